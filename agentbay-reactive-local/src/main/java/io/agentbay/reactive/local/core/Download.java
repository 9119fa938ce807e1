package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Moves a context's files into a session; files the context does not hold stay. */
final class Download {

    private final Mount mount;
    private final String scope;
    private final SessionFiles files;
    private final StoredObjects objects;
    private final StorageModel model;
    private Moved moved = Moved.NOTHING;

    Download(SyncTask task, SessionFiles files, StoredObjects objects, StorageModel model) {
        this.mount = task.mount();
        this.scope = Keys.path("Path", task.run().path());
        this.files = files;
        this.objects = objects;
        this.model = model;
    }

    Moved run() throws IOException {
        for (ObjectRow object : mount.context().under(mount.key(scope, model))) {
            String below = mount.below(object.key(), model);
            if (mount.policy().includes(below)) {
                materialise(object, Keys.path("key", Keys.join(mount.root(), below)));
            }
        }
        return moved;
    }

    private void materialise(ObjectRow object, String path) throws IOException {
        if (!Keys.within(mount.root(), path)) {
            throw new IOException("the key " + object.key() + " leaves its mount");
        }
        if (object.key().endsWith("/")) {
            files.createDirectories(path);
            return;
        }
        if (!same(object, path)) {
            files.createDirectories(Keys.parent(path));
            copy(object.key(), path);
        }
        mount.known().add(object.key());
    }

    private boolean same(ObjectRow object, String path) throws IOException {
        Optional<DiskEntry> there = files.stat(path);
        if (there.isEmpty() || !there.get().isFile() || there.get().size() != object.size()) {
            return false;
        }
        try (DiskReader reader = files.open(path)) {
            return Hashes.of(reader).equals(object.blob());
        }
    }

    private void copy(String key, String path) throws IOException {
        Optional<ObjectDownload> source = objects.open(mount.context(), key);
        if (source.isEmpty()) {
            return;
        }
        try (ObjectDownload open = source.get()) {
            files.replace(path, writer -> copy(open, writer));
            moved = moved.and(open.object().size());
        }
    }

    private static void copy(ObjectDownload source, DiskWriter target) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Hashes.PIECE);
        long position = 0;
        for (int read = source.read(0, buffer); read >= 0; read = source.read(position, buffer)) {
            position += read;
            buffer.flip();
            target.write(buffer);
            buffer.clear();
        }
    }
}
