package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens blob writers, and makes what they wrote durable: all contents, then all names, before any commit. */
record BlobWriters(Disk disk, Blobs blobs, Journal journal, Ids ids) {

    BlobWriter open() throws IOException {
        journal.requireWritable();
        return new BlobWriter(this);
    }

    /**
     * The contents in the order of their writers, durable and held. They are forced together and share a directory, so
     * that many small ones cost little more than one.
     */
    List<StagedBlob> finish(List<BlobWriter> writers) throws IOException {
        List<StagedBlob> done = new ArrayList<>();
        try {
            List<Optional<StagedBlob>> known =
                    writers.stream().map(BlobWriter::seal).toList();
            known.forEach(committed -> committed.ifPresent(done::add));
            List<BlobWriter> fresh = new ArrayList<>();
            for (int i = 0; i < writers.size(); i++) {
                if (known.get(i).isEmpty()) {
                    fresh.add(writers.get(i));
                }
            }
            return inOrder(known, placed(fresh, done));
        } catch (IOException | RuntimeException e) {
            done.forEach(StagedBlob::discard);
            throw e;
        }
    }

    private List<StagedBlob> placed(List<BlobWriter> fresh, List<StagedBlob> done) throws IOException {
        List<StagedBlob> placed = new ArrayList<>();
        if (fresh.isEmpty()) {
            return placed;
        }
        force(() -> disk.forceAll(fresh.stream().map(BlobWriter::file).toList()));
        String directory = Blobs.directoryOf(fresh.get(0).hash());
        for (BlobWriter writer : fresh) {
            placed.add(writer.place(directory));
            done.add(placed.get(placed.size() - 1));
        }
        force(() -> disk.forceDirectory(directory));
        return placed;
    }

    private static List<StagedBlob> inOrder(List<Optional<StagedBlob>> known, List<StagedBlob> placed) {
        List<StagedBlob> all = new ArrayList<>();
        int next = 0;
        for (Optional<StagedBlob> each : known) {
            all.add(each.isPresent() ? each.get() : placed.get(next++));
        }
        return all;
    }

    private void force(Forcing forcing) throws IOException {
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
