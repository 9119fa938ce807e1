package io.agentbay.reactive.local.simulation.world;

import io.agentbay.reactive.internal.runtime.Background;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import io.agentbay.reactive.local.simulation.world.Timeline.Life;
import java.time.Clock;
import java.util.random.RandomGenerator;
import reactor.core.scheduler.Scheduler;

/** Time, chance and files of one client, all of them the world's. */
final class SimulatedRuntime implements ClientRuntime {

    private final Timeline timeline;
    private final SimulatedScheduler scheduler;
    private final SimulatedClock clock;
    private final RandomGenerator random;
    private final LocalFiles files;
    private final Background background = Background.create();
    private final long beginning;

    SimulatedRuntime(Timeline timeline, Life life, SimulatedClock clock, RandomGenerator random, LocalFiles files) {
        this.timeline = timeline;
        this.scheduler = new SimulatedScheduler(timeline, life);
        this.clock = clock;
        this.random = random;
        this.files = files;
        this.beginning = random.nextLong(1L << 40);
    }

    @Override
    public Scheduler timer() {
        return scheduler;
    }

    @Override
    public Scheduler files() {
        return scheduler;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    /** Begins anywhere, as monotonic clocks do. */
    @Override
    public long nanos() {
        return beginning + timeline.now();
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public LocalFiles localFiles() {
        return files;
    }

    @Override
    public Background background() {
        return background;
    }
}
