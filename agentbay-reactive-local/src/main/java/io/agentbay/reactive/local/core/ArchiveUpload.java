package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;

/**
 * Packs a mount into one archive, which replaces the one before as a whole. Entries of that one which lie outside of
 * what is synced, or which the policy does not delete, are carried over.
 */
final class ArchiveUpload {
    private final Mount mount;
    private final String scope;
    private final SessionFiles files;
    private final StoredObjects objects;
    private final ServiceModel model;
    private final String key;
    private final Halving halving;
    private final Map<String, Instant> found = new TreeMap<>();

    ArchiveUpload(SyncTask task, SessionFiles files, StoredObjects objects, ServiceModel model) {
        this.mount = task.mount();
        this.scope = Keys.path("Path", task.run().path());
        this.files = files;
        this.objects = objects;
        this.model = model;
        this.key = mount.archiveKey(model.storage());
        this.halving = new Halving(task.fault());
    }

    Moved run(BlobWriters writers, UploadBatch batch) throws IOException {
        files.visit(scope, this::find);
        try (BlobWriter writer = writers.open()) {
            Packer packer = new Packer(new BlobOutput(writer), model.mounts());
            carryOver(packer);
            for (Map.Entry<String, Instant> file : found.entrySet()) {
                add(packer, file.getKey(), file.getValue());
            }
            packer.finish();
            if (!packer.isEmpty()) {
                store(writer.finish(), batch);
            } else if (mount.context().object(key).isPresent()) {
                batch.delete(key);
            }
        }
        return batch.finish();
    }

    private void find(String path, DiskEntry entry) throws IOException {
        String below = Keys.below(mount.root(), path);
        if (below.isEmpty() || keyOf(path).equals(key) || !mount.policy().includes(below)) {
            return;
        }
        SessionFiles.requireNamed(path, entry);
        if (entry.isFile() && !halving.leavesOutNext()) {
            found.put(below.substring(1), entry.modified());
        } else if (entry.isDirectory()
                && model.storage().emptyDirectories()
                && files.list(path).isEmpty()) {
            found.put(below.substring(1) + "/", entry.modified());
        }
    }

    private void carryOver(Packer packer) throws IOException {
        Optional<ObjectDownload> old = objects.open(mount.context(), key);
        if (old.isEmpty()) {
            return;
        }
        try (ObjectDownload open = old.get()) {
            ZipArchive archive = new ZipArchive(open, model.mounts());
            if (!archive.readable()) {
                throw new IOException("The archive " + key + " of the mount cannot be read, so it is not replaced");
            }
            archive.each((entry, content) -> carryOver(entry, content, packer));
        }
    }

    private void carryOver(ZipEntry entry, InputStream content, Packer packer) throws IOException {
        String below = EntryNames.below(entry.getName());
        String path = Keys.join(mount.root(), below);
        boolean gone = Keys.within(scope, path) && mount.deletes(keyOf(path), model.storage());
        String name = below.substring(1) + (entry.isDirectory() ? "/" : "");
        if (!gone && !below.equals("/") && !found.containsKey(name)) {
            packer.add(name, entry.getTimeLocal(), target -> copy(content, target));
        }
    }

    private static void copy(InputStream source, Packer target) throws IOException {
        byte[] buffer = new byte[Hashes.PIECE];
        for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
            target.write(buffer, 0, read);
        }
    }

    private void add(Packer packer, String name, Instant modified) throws IOException {
        LocalDateTime time = LocalDateTime.ofInstant(modified, ZoneOffset.UTC);
        if (name.endsWith("/")) {
            packer.add(name, time, nothing -> {});
            return;
        }
        String path = Keys.join(mount.root(), "/" + name);
        try (DiskReader reader = files.open(path)) {
            packer.add(
                    name,
                    time,
                    target -> Hashes.eachPiece(
                            reader, piece -> target.write(piece.array(), piece.position(), piece.remaining())));
            mount.known().add(keyOf(path));
        } catch (NoSuchFileException deletedMeanwhile) {
            return;
        }
    }

    private String keyOf(String path) {
        return mount.key(path, model.storage());
    }

    /** An archive of the same bytes is there already: nothing moved. */
    private void store(StagedBlob content, UploadBatch batch) throws IOException {
        boolean same = mount.context()
                .object(key)
                .filter(old -> old.blob().equals(content.hash()))
                .isPresent();
        if (same) {
            content.discard();
        } else {
            batch.put(key, content);
        }
    }
}
