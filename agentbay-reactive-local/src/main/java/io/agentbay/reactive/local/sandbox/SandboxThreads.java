package io.agentbay.reactive.local.sandbox;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of commands. Each running command has two that read what it writes; how many run is bounded by
 * {@link Turns}. Processes are started by one thread that lives as long as the service, because a sandbox dies with the
 * thread that started it.
 */
final class SandboxThreads {

    private final ExecutorService starter = Executors.newSingleThreadExecutor(named("agentbay-local-start"));
    private final ExecutorService pool = Executors.newCachedThreadPool(named("agentbay-local-command"));

    ExecutorService starter() {
        return starter;
    }

    ExecutorService pool() {
        return pool;
    }

    void end() {
        pool.shutdown();
        starter.shutdown();
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
