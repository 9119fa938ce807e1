package io.agentbay.reactive.local.core;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A put under way, used by one thread at a time; closing it before the commit leaves nothing behind. */
public interface ObjectUpload extends Closeable {

    /** Takes all remaining bytes of the buffer. */
    void write(ByteBuffer bytes) throws IOException;

    /** Makes the object durable, then visible; the object as it is now stored. */
    ObjectRow commit() throws IOException;

    @Override
    void close();
}
