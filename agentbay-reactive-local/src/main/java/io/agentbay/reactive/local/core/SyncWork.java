package io.agentbay.reactive.local.core;

import java.io.IOException;

/** The bytes behind a task. */
final class SyncWork {

    private final Ground ground;
    private final ObjectTable table;
    private final StoredObjects objects;
    private final BlobWriters writers;
    private final ServiceModel model;

    SyncWork(Ground ground, ObjectTable table, StoredObjects objects, BlobWriters writers) {
        this.ground = ground;
        this.table = table;
        this.objects = objects;
        this.writers = writers;
        this.model = ground.model();
    }

    Moved run(StoredSession session, SyncTask task) throws IOException {
        SessionFiles files = new SessionFiles(ground.disk(), session.id(), ground.ids());
        if (task.run().direction() == TaskRun.Direction.UPLOAD) {
            return upload(task, files);
        }
        boolean unwanted = task.run().cause() == TaskRun.Cause.MOUNT
                && !task.mount().policy().autoDownload();
        return unwanted ? Moved.NOTHING : new Download(task, files, objects, model).run();
    }

    private Moved upload(SyncTask task, SessionFiles files) throws IOException {
        try (UploadBatch batch =
                new UploadBatch(task.mount(), table, writers, model.tasks().commits())) {
            try {
                return upload(task, files, batch);
            } catch (IOException e) {
                batch.finishHalf();
                throw e;
            }
        }
    }

    private Moved upload(SyncTask task, SessionFiles files, UploadBatch batch) throws IOException {
        return task.mount().policy().archived()
                ? new ArchiveUpload(task, files, objects, model).run(writers, batch)
                : new Upload(task, files, writers, model.storage(), batch).run();
    }
}
