package io.agentbay.reactive.internal.runtime;

import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The real world: shared timers of Reactor, a small pool of threads for files, the system's clocks. */
public final class DefaultClientRuntime implements ClientRuntime {

    /** How long tasks under way, such as telling the last events, may take at the end. */
    private static final Duration LAST_TASKS = Duration.ofSeconds(2);

    private final Clock clock;
    private final FileThreads files = new FileThreads();
    private final RandomGenerator random = new SharedRandom();
    private final LocalFiles localFiles = new DefaultLocalFiles(files.scheduler(), random);
    private final Background background = Background.create();

    private DefaultClientRuntime(Clock clock) {
        this.clock = clock;
    }

    /** Returns a runtime that shows this wall time; threads are started on demand and freed by {@link #close()}. */
    public static DefaultClientRuntime create(Clock clock) {
        return new DefaultClientRuntime(clock);
    }

    @Override
    public Scheduler timer() {
        return Schedulers.parallel();
    }

    @Override
    public Scheduler files() {
        return files.scheduler();
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public LocalFiles localFiles() {
        return localFiles;
    }

    @Override
    public Background background() {
        return background;
    }

    /** Cancels detached work and ends the threads this runtime started; completes when they are told to end. */
    public Mono<Void> close() {
        return Mono.fromRunnable(background::stop).then(files.end()).timeout(LAST_TASKS, files.stop(), timer());
    }
}
