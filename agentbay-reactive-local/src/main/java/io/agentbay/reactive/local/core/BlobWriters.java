package io.agentbay.reactive.local.core;

import java.io.IOException;

/** What every blob writer needs. */
record BlobWriters(Disk disk, Blobs blobs, Journal journal, Ids ids) {

    BlobWriter open() throws IOException {
        journal.requireWritable();
        return new BlobWriter(this);
    }

    void force(Forcing forcing) throws IOException {
        try {
            forcing.force();
        } catch (IOException e) {
            throw journal.failedForce(e);
        }
    }

    /** Not after a failed commit: it may have happened, and its row needs the file. */
    void deleteQuietly(String file) {
        if (journal.isBroken()) {
            return;
        }
        try {
            disk.delete(file);
        } catch (IOException collectedAtNextStart) {
            return;
        }
    }

    interface Forcing {
        void force() throws IOException;
    }
}
