package io.agentbay.reactive.local.core;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** Streams one content to a temporary file and makes it durable under its final name, all before any commit. */
final class BlobWriter implements Closeable {

    static final String TEMPORARY = "tmp";

    private final BlobWriters shared;
    private final String temporary;
    private final DiskWriter writer;
    private final MessageDigest digest = Hashes.sha256();
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

    /** The content, durable and held: by its committed row if there is one, else by a new file. */
    StagedBlob finish() throws IOException {
        String hash = HexFormat.of().formatHex(digest.digest());
        Optional<BlobRow> committed = shared.blobs().hold(hash);
        if (committed.isPresent()) {
            return StagedBlob.committed(shared, committed.get());
        }
        BlobRow row = new BlobRow(
                hash, size, Blobs.directoryOf(hash) + "/" + shared.ids().next(hash + "."));
        makeDurable(row);
        return StagedBlob.fresh(shared, row);
    }

    private void makeDurable(BlobRow row) throws IOException {
        shared.force(writer::force);
        writer.close();
        shared.disk().move(temporary, row.file());
        finished = true;
        shared.force(() -> shared.disk().forceDirectory(Blobs.directoryOf(row.hash())));
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
