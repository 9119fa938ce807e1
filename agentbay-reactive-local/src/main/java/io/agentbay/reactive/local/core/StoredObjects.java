package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Objects of contexts, streamed past every lock. */
final class StoredObjects implements ObjectStore {

    private final ContextTable contexts;
    private final ObjectTable objects;
    private final BlobWriters writers;

    StoredObjects(ContextTable contexts, ObjectTable objects, BlobWriters writers) {
        this.contexts = contexts;
        this.objects = objects;
        this.writers = writers;
    }

    @Override
    public ObjectUpload upload(String contextId, String key) throws IOException {
        StoredContext context = contexts.find(contextId).orElseThrow(ServiceError::noContext);
        return new Upload(context, Keys.key("FilePath", key), writers.open());
    }

    @Override
    public ObjectDownload open(String contextId, String key) throws IOException {
        StoredContext context = contexts.find(contextId).orElseThrow(ServiceError::noContext);
        return open(context, Keys.key("FilePath", key)).orElseThrow(ServiceError::noFile);
    }

    /** Opens what the key holds now; a content replaced meanwhile is looked up again. */
    Optional<ObjectDownload> open(StoredContext context, String key) throws IOException {
        while (true) {
            Optional<ObjectRow> object = context.object(key);
            if (object.isEmpty()) {
                return Optional.empty();
            }
            Optional<BlobRow> blob = writers.blobs().hold(object.get().blob());
            if (blob.isPresent()) {
                return Optional.of(open(object.get(), blob.get()));
            }
        }
    }

    private ObjectDownload open(ObjectRow object, BlobRow blob) throws IOException {
        try {
            return new Download(object, writers.disk().open(blob.file()), writers.blobs());
        } catch (IOException | RuntimeException e) {
            writers.blobs().release(blob.hash());
            throw e;
        }
    }

    private final class Upload implements ObjectUpload {
        private final StoredContext context;
        private final String key;
        private final BlobWriter writer;

        Upload(StoredContext context, String key, BlobWriter writer) {
            this.context = context;
            this.key = key;
            this.writer = writer;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            writer.write(bytes);
        }

        @Override
        public ObjectRow commit() throws IOException {
            StagedBlob content = writer.finish();
            try {
                return objects.put(context, key, content);
            } finally {
                content.discard();
            }
        }

        @Override
        public void close() {
            writer.closeQuietly();
        }
    }

    private static final class Download implements ObjectDownload {
        private final ObjectRow object;
        private final DiskReader reader;
        private final Blobs blobs;
        private boolean closed;

        Download(ObjectRow object, DiskReader reader, Blobs blobs) {
            this.object = object;
            this.reader = reader;
            this.blobs = blobs;
        }

        @Override
        public ObjectRow object() {
            return object;
        }

        @Override
        public int read(long position, ByteBuffer target) throws IOException {
            return reader.read(position, target);
        }

        @Override
        public void close() {
            if (closed) {
                return;
            }
            closed = true;
            blobs.release(object.blob());
            try {
                reader.close();
            } catch (IOException nothingToSave) {
                return;
            }
        }
    }
}
