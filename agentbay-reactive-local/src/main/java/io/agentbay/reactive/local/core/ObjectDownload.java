package io.agentbay.reactive.local.core;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One version of an object, open for reading by position; it stays readable when the object is replaced or deleted. */
public interface ObjectDownload extends Closeable {

    /** Size, entity tag and times of this version. */
    ObjectRow object();

    /** Fills the buffer from this position on; returns the bytes read, -1 at the end. */
    int read(long position, ByteBuffer target) throws IOException;

    @Override
    void close();
}
