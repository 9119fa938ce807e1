package io.agentbay.reactive.local;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import reactor.core.scheduler.Schedulers;

/** The clock as its users see it: moving it also lets things happen. */
final class SteeredClock implements LocalClock {

    private final ShiftedClock clock;
    private final Ticker ticker;

    SteeredClock(ShiftedClock clock, Ticker ticker) {
        this.clock = clock;
        this.ticker = ticker;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("advance(" + by + "): the service's clock never goes back.");
        }
        clock.shift(by);
        CompletableFuture<Void> done = ticker.catchUp();
        if (!Schedulers.isInNonBlockingThread()) {
            done.join();
        }
    }
}
