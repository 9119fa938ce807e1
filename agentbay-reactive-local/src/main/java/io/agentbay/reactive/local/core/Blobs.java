package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The committed contents and who needs them. A content is found only through its committed row; its file has a name
 * that is written once, so that a late delete never meets a new file.
 */
final class Blobs {

    static final String DIRECTORY = "blobs";

    /** Few, because every first start makes them; file systems find a name among 100,000 as fast as among 1,000. */
    private static final int DIRECTORIES = 16;

    private final Map<String, Blob> byHash = new HashMap<>();
    private final Set<String> unused = new LinkedHashSet<>();
    private Runnable onUnused = () -> {};

    synchronized void onUnused(Runnable listener) {
        onUnused = listener;
    }

    /** Takes a committed row that nobody holds yet. */
    synchronized void add(BlobRow row) {
        byHash.put(row.hash(), new Blob(row));
        unused.add(row.hash());
    }

    /** Takes a row committed just now, held by its first object. */
    synchronized void addHeld(BlobRow row) {
        Blob blob = new Blob(row);
        blob.holders = 1;
        byHash.put(row.hash(), blob);
    }

    /** Finds a committed content and keeps it from being collected until it is released. */
    synchronized Optional<BlobRow> hold(String hash) {
        Blob blob = byHash.get(hash);
        if (blob == null) {
            return Optional.empty();
        }
        blob.holders++;
        unused.remove(hash);
        return Optional.of(blob.row);
    }

    void release(String hash) {
        if (released(hash)) {
            onUnused.run();
        }
    }

    private synchronized boolean released(String hash) {
        Blob blob = byHash.get(hash);
        if (blob == null || --blob.holders > 0) {
            return false;
        }
        boolean first = unused.isEmpty();
        unused.add(hash);
        return first;
    }

    /** Forgets everything unused, so that no new content finds it; the caller deletes rows, then files. */
    synchronized List<BlobRow> takeUnused() {
        List<BlobRow> taken = new ArrayList<>();
        for (String hash : unused) {
            Blob blob = byHash.remove(hash);
            if (blob != null) {
                taken.add(blob.row);
            }
        }
        unused.clear();
        return taken;
    }

    static String directoryOf(String hash) {
        return DIRECTORY + "/" + hash.charAt(0);
    }

    static void prepare(Disk disk) throws IOException {
        Set<String> there = disk.list(DIRECTORY).stream().map(DiskEntry::name).collect(Collectors.toSet());
        for (int digit = 0; digit < DIRECTORIES; digit++) {
            String name = Integer.toHexString(digit);
            if (!there.contains(name)) {
                disk.createDirectories(DIRECTORY + "/" + name);
            }
        }
        disk.forceDirectory(DIRECTORY);
        disk.forceDirectory("");
    }

    private static final class Blob {
        private final BlobRow row;
        private int holders;

        Blob(BlobRow row) {
            this.row = row;
        }
    }
}
