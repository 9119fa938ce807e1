package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** One version of an object as a stream from its beginning; the object stays open. */
final class ObjectInput extends InputStream {
    private final ObjectDownload source;
    private long position;

    ObjectInput(ObjectDownload source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = source.read(position, ByteBuffer.wrap(target, offset, length));
        position += Math.max(0, read);
        return read;
    }
}
