package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Deletes contents nothing refers to: the row first, then the file, so that no row ever lacks its file. */
final class BlobCollector {

    private final Blobs blobs;
    private final Journal journal;
    private final Disk disk;

    BlobCollector(Blobs blobs, Journal journal, Disk disk) {
        this.blobs = blobs;
        this.journal = journal;
        this.disk = disk;
    }

    void collect() {
        List<BlobRow> gone = journal.change(() -> {
            List<BlobRow> rows = blobs.takeUnused();
            if (!rows.isEmpty()) {
                remove(rows);
            }
            return rows;
        });
        gone.forEach(row -> deleteQuietly(row.file()));
    }

    private void remove(List<BlobRow> rows) {
        try {
            journal.commit(changes -> rows.forEach(row -> changes.removeBlob(row.hash())));
        } catch (ServiceError e) {
            rows.forEach(blobs::add);
            throw e;
        }
    }

    /** At the start: unfinished uploads, and files whose row never came or went before them. */
    void collectOrphans(List<BlobRow> committed) throws IOException {
        Set<String> known = new HashSet<>();
        committed.forEach(row -> known.add(row.file()));
        for (String name : disk.names(BlobWriter.TEMPORARY)) {
            deleteQuietly(BlobWriter.TEMPORARY + "/" + name);
        }
        for (String name : disk.names(Blobs.DIRECTORY)) {
            collectIn(Blobs.DIRECTORY + "/" + name, known);
        }
    }

    private void collectIn(String directory, Set<String> known) throws IOException {
        for (String name : disk.names(directory)) {
            String file = directory + "/" + name;
            if (!known.contains(file)) {
                deleteQuietly(file);
            }
        }
    }

    /** A file that stays is found again by the next start. */
    private void deleteQuietly(String file) {
        try {
            disk.delete(file);
        } catch (IOException stays) {
            return;
        }
    }
}
