package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.DiskWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Forces many files side by side, because a file system writes the logs of several at once. Its threads go when nothing
 * was forced for a while; who waits cannot be interrupted, which would close the files.
 */
final class Forcing {
    private static final int THREADS = 8;
    private static final int IDLE_SECONDS = 5;

    private final ThreadPoolExecutor threads;

    Forcing() {
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Forcing::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "agentbay-local-fsync");
        thread.setDaemon(true);
        return thread;
    }

    void all(List<DiskWriter> files) throws IOException {
        List<CompletableFuture<Void>> others = files.stream()
                .skip(1)
                .map(file -> CompletableFuture.runAsync(() -> force(file), threads))
                .toList();
        IOException failure = null;
        try {
            files.get(0).force();
        } catch (IOException e) {
            failure = e;
        }
        for (CompletableFuture<Void> other : others) {
            failure = first(failure, other);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static @Nullable IOException first(@Nullable IOException failure, CompletableFuture<Void> other) {
        try {
            other.join();
            return failure;
        } catch (CompletionException e) {
            IOException late = e.getCause() instanceof UncheckedIOException disk && disk.getCause() != null
                    ? disk.getCause()
                    : new IOException("A file could not be forced", e);
            return failure == null ? late : failure;
        }
    }

    private static void force(DiskWriter file) {
        try {
            file.force();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
