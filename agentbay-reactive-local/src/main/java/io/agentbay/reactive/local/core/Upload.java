package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Moves a session's files into a context: first what is new or changed, then the deletions. */
final class Upload {

    private final Mount mount;
    private final String scope;
    private final SessionFiles files;
    private final BlobWriters writers;
    private final StorageModel model;
    private final UploadBatch batch;
    private final Halving halving;
    private final Set<String> present = new HashSet<>();

    Upload(SyncTask task, SessionFiles files, BlobWriters writers, StorageModel model, UploadBatch batch) {
        this.mount = task.mount();
        this.scope = Keys.path("Path", task.run().path());
        this.files = files;
        this.writers = writers;
        this.model = model;
        this.batch = batch;
        this.halving = new Halving(task.fault());
    }

    Moved run() throws IOException {
        files.visit(scope, this::visit);
        for (String gone : deletions()) {
            batch.delete(gone);
        }
        return batch.finish();
    }

    private void visit(String path, DiskEntry entry) throws IOException {
        if (!mount.policy().includes(Keys.below(mount.root(), path))) {
            return;
        }
        String key = mount.key(path, model);
        SessionFiles.requireNamed(path, entry);
        if (entry.isFile()) {
            file(path, key);
        } else if (model.emptyDirectories() && files.list(path).isEmpty()) {
            emptyDirectory(key + "/");
        }
    }

    private void file(String path, String key) throws IOException {
        try (DiskReader reader = files.open(path)) {
            present.add(key);
            String hash = Hashes.of(reader);
            if (holds(key, hash)) {
                mount.known().add(key);
            } else if (!halving.leavesOutNext()) {
                put(reader, key, hash);
            }
        } catch (NoSuchFileException deletedMeanwhile) {
            present.remove(key);
        }
    }

    private boolean holds(String key, String hash) {
        return mount.context().object(key).filter(o -> o.blob().equals(hash)).isPresent();
    }

    private void put(DiskReader reader, String key, String hash) throws IOException {
        Optional<BlobRow> committed = writers.blobs().hold(hash);
        if (committed.isPresent()) {
            batch.put(key, StagedBlob.committed(writers, committed.get()));
            return;
        }
        BlobWriter writer = writers.open();
        try {
            Hashes.eachPiece(reader, writer::write);
        } catch (IOException | RuntimeException e) {
            writer.closeQuietly();
            throw e;
        }
        batch.put(key, writer);
    }

    private void emptyDirectory(String key) throws IOException {
        present.add(key);
        if (mount.context().object(key).isEmpty()) {
            try (BlobWriter nothing = writers.open()) {
                batch.put(key, nothing.finish());
            }
        }
    }

    private List<String> deletions() {
        return mount.context().under(mount.key(scope, model)).stream()
                .map(ObjectRow::key)
                .filter(key -> !present.contains(key) && mount.deletes(key, model))
                .toList();
    }
}
