package io.agentbay.reactive.local;

import io.agentbay.reactive.local.control.Steering;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import reactor.core.scheduler.Schedulers;

/** The clock as its users see it: moving it also lets things happen. */
final class SteeredClock implements LocalClock, Steering {

    private static final Duration FARTHEST = Duration.ofDays(365_000);

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
    public Duration ahead() {
        return clock.ahead();
    }

    @Override
    public CompletableFuture<Void> advanceLater(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("advance(" + by + "): the service's clock never goes back.");
        }
        if (clock.ahead().plus(by).compareTo(FARTHEST) > 0) {
            throw new IllegalArgumentException("advance(" + by + "): the clock goes a thousand years ahead at most.");
        }
        clock.shift(by);
        return ticker.catchUp();
    }

    @Override
    public void advance(Duration by) {
        CompletableFuture<Void> done = advanceLater(by);
        if (!Schedulers.isInNonBlockingThread()) {
            done.join();
        }
    }
}
