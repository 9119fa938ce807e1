package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ObjectDownload;
import io.agentbay.reactive.local.core.ObjectRow;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One object being read: a closing thread waits for a reading one, and a read after the close fails. */
final class Download {

    private final ObjectDownload source;
    private boolean closed;

    Download(ObjectDownload source) {
        this.source = source;
    }

    ObjectRow object() {
        return source.object();
    }

    synchronized byte[] read(long position, int length) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(length);
        while (target.hasRemaining()) {
            if (closed || source.read(position + target.position(), target) < 0) {
                throw new EOFException("The object ended early, or its reader went away.");
            }
        }
        return target.array();
    }

    synchronized void close() {
        closed = true;
        source.close();
    }
}
