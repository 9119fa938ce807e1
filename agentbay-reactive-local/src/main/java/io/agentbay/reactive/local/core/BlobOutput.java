package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** A content being written, as a stream for what makes archives. */
final class BlobOutput extends OutputStream {
    private final BlobWriter writer;

    BlobOutput(BlobWriter writer) {
        this.writer = writer;
    }

    @Override
    public void write(int single) throws IOException {
        writer.write(ByteBuffer.wrap(new byte[] {(byte) single}));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        writer.write(ByteBuffer.wrap(bytes, offset, length));
    }
}
