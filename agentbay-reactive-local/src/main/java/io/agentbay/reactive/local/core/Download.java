package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves a context's files into a session; files the context does not hold stay. */
final class Download {
    private final Mount mount;
    private final String scope;
    private final SessionFiles files;
    private final StoredObjects objects;
    private final StorageModel model;
    private final Unpack unpack;
    private Moved moved = Moved.NOTHING;

    Download(SyncTask task, SessionFiles files, StoredObjects objects, ServiceModel model) {
        this.mount = task.mount();
        this.scope = Keys.path("Path", task.run().path());
        this.files = files;
        this.objects = objects;
        this.model = model.storage();
        this.unpack = new Unpack(mount, scope, files, model);
    }

    /** Plain files first, so that what archives hold lies over them. */
    Moved run() throws IOException {
        List<ObjectRow> archives = new ArrayList<>();
        for (ObjectRow object : wanted()) {
            if (unpack.wants(object)) {
                archives.add(object);
            } else {
                materialise(object, path(object));
            }
        }
        for (ObjectRow archive : archives) {
            unpack(archive, path(archive));
        }
        return moved.and(unpack.moved());
    }

    private List<ObjectRow> wanted() {
        List<ObjectRow> wanted = new ArrayList<>();
        for (ObjectRow object : mount.context().under(mount.key(scope, model))) {
            if (!unpack.isOwn(object) && mount.policy().includes(mount.below(object.key(), model))) {
                wanted.add(object);
            }
        }
        mount.context().object(mount.archiveKey(model)).filter(unpack::isOwn).ifPresent(wanted::add);
        return wanted;
    }

    private String path(ObjectRow object) throws IOException {
        String path = Keys.path("key", Keys.join(mount.root(), mount.below(object.key(), model)));
        if (!Keys.within(mount.root(), path)) {
            throw new IOException("the key " + object.key() + " leaves its mount");
        }
        return path;
    }

    private void materialise(ObjectRow object, String path) throws IOException {
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

    private void unpack(ObjectRow archive, String path) throws IOException {
        Optional<ObjectDownload> source = objects.open(mount.context(), archive.key());
        if (source.isEmpty()) {
            return;
        }
        boolean unpacked;
        try (ObjectDownload open = source.get()) {
            unpacked = unpack.run(open, path);
        }
        if (!unpacked && unpack.isOwn(archive)) {
            throw new IOException("The archive " + archive.key() + " of the mount cannot be read");
        }
        if (!unpacked || !mount.policy().unpacking().deletesSource()) {
            materialise(archive, path);
        } else {
            discardOlder(path);
        }
        mount.known().add(archive.key());
    }

    private void discardOlder(String path) throws IOException {
        if (files.isFile(path)) {
            files.delete(path);
        }
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
