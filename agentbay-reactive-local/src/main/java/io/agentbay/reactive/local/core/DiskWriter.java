package io.agentbay.reactive.local.core;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file, written at its end. */
public interface DiskWriter extends Closeable {

    /** Writes all remaining bytes of the buffer. */
    void write(ByteBuffer bytes) throws IOException;

    /** Returns when everything written is durable (fsync). */
    void force() throws IOException;
}
