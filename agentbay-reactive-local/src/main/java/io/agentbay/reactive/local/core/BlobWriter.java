package io.agentbay.reactive.local.core;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Streams one content to a temporary file; {@link BlobWriters} makes it durable under its final name. */
final class BlobWriter implements Closeable {

    static final String TEMPORARY = "tmp";

    private final BlobWriters shared;
    private final String temporary;
    private final DiskWriter writer;
    private final MessageDigest digest = Hashes.sha256();
    private String hash = "";
    private long size;
    private boolean finished;

    BlobWriter(BlobWriters shared) throws IOException {
        this.shared = shared;
        this.temporary = TEMPORARY + "/" + shared.ids().next("put-");
        this.writer = shared.disk().create(temporary);
    }

    void write(ByteBuffer bytes) throws IOException {
        size += bytes.remaining();
        digest.update(bytes.duplicate());
        writer.write(bytes);
    }

    long size() {
        return size;
    }

    DiskWriter file() {
        return writer;
    }

    /** The content, durable and held: by its committed row if there is one, else by a new file. */
    StagedBlob finish() throws IOException {
        return shared.finish(List.of(this)).get(0);
    }

    /** Ends the content, which its committed row holds from now on if there is one. */
    Optional<StagedBlob> seal() {
        if (finished || !hash.isEmpty()) {
            throw new IllegalStateException("A content is sealed once, and not after it was given up");
        }
        hash = HexFormat.of().formatHex(digest.digest());
        return shared.blobs().hold(hash).map(row -> StagedBlob.committed(shared, row));
    }

    /** Gives a sealed and forced content its name, which is durable only when its directory was forced. */
    StagedBlob place(String directory) throws IOException {
        BlobRow row = new BlobRow(hash, size, directory + "/" + shared.ids().next(hash + "."));
        writer.close();
        shared.disk().move(temporary, row.file());
        finished = true;
        return StagedBlob.fresh(shared, row);
    }

    String hash() {
        return hash;
    }

    /** What stays behind is deleted by the next start. */
    void closeQuietly() {
        try {
            close();
        } catch (IOException staysBehind) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
        if (!finished) {
            finished = true;
            shared.disk().delete(temporary);
        }
    }
}
