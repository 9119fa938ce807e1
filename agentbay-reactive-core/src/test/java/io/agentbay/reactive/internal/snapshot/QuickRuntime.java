package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.runtime.Background;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import io.agentbay.reactive.stub.VirtualRuntime;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Virtual time; work on files at once. */
final class QuickRuntime implements ClientRuntime {

    private final VirtualRuntime time = new VirtualRuntime();

    private Duration slept = Duration.ZERO;

    void advance(Duration by) {
        time.advance(by);
    }

    /** As a machine that is suspended: the wall clock goes on, the monotonic one does not. */
    void sleep(Duration by) {
        slept = slept.plus(by);
    }

    @Override
    public Scheduler timer() {
        return time.timer();
    }

    @Override
    public Scheduler files() {
        return Schedulers.immediate();
    }

    @Override
    public Clock clock() {
        return Clock.offset(time.clock(), slept);
    }

    @Override
    public long nanos() {
        return time.nanos();
    }

    @Override
    public RandomGenerator random() {
        return time.random();
    }

    @Override
    public LocalFiles localFiles() {
        return time.localFiles();
    }

    @Override
    public Background background() {
        return time.background();
    }
}
