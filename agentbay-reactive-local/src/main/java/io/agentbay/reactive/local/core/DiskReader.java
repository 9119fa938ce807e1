package io.agentbay.reactive.local.core;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file, read by position. */
public interface DiskReader extends Closeable {

    /** Size in bytes now. */
    long size() throws IOException;

    /** Fills the buffer from this position on; returns the bytes read, -1 at the end of the file. */
    int read(long position, ByteBuffer target) throws IOException;
}
