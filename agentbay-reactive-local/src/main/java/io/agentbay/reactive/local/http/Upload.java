package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ObjectRow;
import io.agentbay.reactive.local.core.ObjectUpload;
import io.agentbay.reactive.local.core.ServiceError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** One put under way: counts what arrived, and lets an abandoning thread wait for a writing one. */
final class Upload {

    private final ObjectUpload target;
    private long received;
    private boolean closed;

    Upload(ObjectUpload target) {
        this.target = target;
    }

    synchronized long write(byte[] part) throws IOException {
        if (closed) {
            return received;
        }
        target.write(ByteBuffer.wrap(part));
        received += part.length;
        return received;
    }

    /** The stored object; nothing if the put was abandoned before this began, when nobody waits for an answer. */
    synchronized Optional<ObjectRow> commit(long promised) throws IOException {
        if (closed) {
            return Optional.empty();
        }
        if (promised >= 0 && promised != received) {
            throw new ServiceError(
                    400,
                    "IncompleteBody",
                    "The body has " + received + " bytes, its Content-Length said " + promised + ".");
        }
        ObjectRow stored = target.commit();
        close();
        return Optional.of(stored);
    }

    synchronized void close() {
        closed = true;
        target.close();
    }
}
