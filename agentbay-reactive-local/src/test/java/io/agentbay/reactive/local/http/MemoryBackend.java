package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.Inspection;
import io.agentbay.reactive.local.core.ObjectDownload;
import io.agentbay.reactive.local.core.ObjectRow;
import io.agentbay.reactive.local.core.ObjectStore;
import io.agentbay.reactive.local.core.ObjectUpload;
import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.core.ServiceReply;
import io.agentbay.reactive.local.core.ServiceRequest;
import io.agentbay.reactive.local.core.SessionDoor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that answers every action with what it was asked, and keeps objects in memory. */
final class MemoryBackend implements Backend, ObjectStore {

    final List<ServiceRequest> requests = new CopyOnWriteArrayList<>();
    final List<String> vanished = new CopyOnWriteArrayList<>();
    final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    SessionDoor door = (session, token) -> {
        throw new ServiceError(400, "InvalidMcpSession.NotFound", "Resource [McpSession] is not found.");
    };
    final AtomicInteger openUploads = new AtomicInteger();
    final AtomicInteger openDownloads = new AtomicInteger();

    @Override
    public CompletionStage<ServiceReply> handle(ServiceRequest request) {
        requests.add(request);
        if (request.action().equals("Crash")) {
            throw new IllegalArgumentException("secret-detail");
        }
        if (request.action().equals("Overflow")) {
            throw new StackOverflowError("secret-detail");
        }
        return CompletableFuture.completedFuture(ServiceReply.ok(Map.of("Echo", request.action())));
    }

    @Override
    public SessionDoor door() {
        return door;
    }

    @Override
    public Inspection inspection() {
        return new NothingToSee();
    }

    @Override
    public void vanish(String sessionId) {
        vanished.add(sessionId);
    }

    @Override
    public ObjectStore objects() {
        return this;
    }

    @Override
    public ObjectUpload upload(String contextId, String key) {
        openUploads.incrementAndGet();
        return new Put(contextId, key);
    }

    @Override
    public ObjectDownload open(String contextId, String key) {
        byte[] content = stored.get(contextId + key);
        if (content == null) {
            throw new ServiceError(404, "NoSuchKey", "The specified key is not found.");
        }
        openDownloads.incrementAndGet();
        return new Get(contextId, key, content);
    }

    private static ObjectRow row(String contextId, String key, byte[] content) {
        String blob = HexFormat.of()
                .formatHex(ByteBuffer.allocate(32)
                        .putInt(java.util.Arrays.hashCode(content))
                        .array());
        return new ObjectRow(contextId, key, blob, content.length, Instant.EPOCH, Instant.EPOCH);
    }

    private static final class NothingToSee implements Inspection {

        private static final Slice NOTHING = new Slice(List.of(), 0, false);

        @Override
        public Map<String, Object> counts() {
            return Map.of();
        }

        @Override
        public Slice contexts(String filter, int from, int max) {
            return NOTHING;
        }

        @Override
        public Optional<Slice> files(String contextId, String folder, String after, int max) {
            return Optional.empty();
        }

        @Override
        public Slice sessions(int max) {
            return NOTHING;
        }

        @Override
        public Slice tasks(int max) {
            return NOTHING;
        }

        @Override
        public Set<String> contextsOf(String sessionId) {
            return sessionId.equals("s-1") ? Set.of("SdkCtx-1", "project") : Set.of();
        }

        @Override
        public Optional<String> contextName(String contextId) {
            return contextId.equals("SdkCtx-1") ? Optional.of("project") : Optional.empty();
        }
    }

    private final class Put implements ObjectUpload {

        private final String contextId;
        private final String key;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private boolean closed;

        Put(String contextId, String key) {
            this.contextId = contextId;
            this.key = key;
        }

        @Override
        public void write(ByteBuffer bytes) {
            byte[] part = new byte[bytes.remaining()];
            bytes.get(part);
            content.writeBytes(part);
        }

        @Override
        public ObjectRow commit() {
            stored.put(contextId + key, content.toByteArray());
            return row(contextId, key, content.toByteArray());
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                openUploads.decrementAndGet();
            }
        }
    }

    private final class Get implements ObjectDownload {

        private final ObjectRow row;
        private final byte[] content;

        Get(String contextId, String key, byte[] content) {
            this.row = row(contextId, key, content);
            this.content = content;
        }

        @Override
        public ObjectRow object() {
            return row;
        }

        @Override
        public int read(long position, ByteBuffer target) {
            int length = (int) Math.min(target.remaining(), content.length - position);
            target.put(content, (int) position, Math.max(0, length));
            return length <= 0 ? -1 : length;
        }

        @Override
        public void close() {
            openDownloads.decrementAndGet();
        }
    }
}
