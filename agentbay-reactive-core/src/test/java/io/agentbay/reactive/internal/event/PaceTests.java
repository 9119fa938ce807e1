package io.agentbay.reactive.internal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTests {

    private final AtomicLong time = new AtomicLong(77);
    private final Pace pace = new Pace(time::get);

    @Test
    void nothingIsKnownAtFirst() {
        pace.moved(1_000_000);
        assertThat(pace.perSecond()).isNull();
        assertThat(pace.timeFor(10)).isNull();
    }

    @Test
    void anEvenPaceIsToldAsItIs() {
        move(100, 100, 1_000);
        assertThat(pace.perSecond()).isCloseTo(10_000, within(600.0));
        assertThat(pace.timeFor(20_000).toMillis()).isBetween(1_900L, 2_150L);
    }

    @Test
    void aNewPaceIsReachedWithinSecondsAndNotAtOnce() {
        move(100, 100, 10_000);
        move(1, 100, 0);
        assertThat(pace.perSecond()).isGreaterThan(90_000);
        move(300, 100, 100);
        assertThat(pace.perSecond()).isCloseTo(1_000, within(400.0));
    }

    @Test
    void aStallIsSeenAndHasNoTimeLeft() {
        move(10, 100, 50);
        time.addAndGet(TimeUnit.MINUTES.toNanos(2));
        assertThat(pace.perSecond()).isLessThan(1);
        assertThat(pace.timeFor(1_000)).isNull();
    }

    @Test
    void whatHasToGoAgainIsNoProgressBackwards() {
        move(10, 100, 1_000);
        pace.moved(-5_000);
        assertThat(pace.perSecond()).isPositive();
        assertThat(pace.timeFor(0)).isEqualTo(Duration.ZERO);
    }

    private void move(int times, long millis, long units) {
        for (int n = 0; n < times; n++) {
            time.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
            pace.moved(units);
        }
    }
}
