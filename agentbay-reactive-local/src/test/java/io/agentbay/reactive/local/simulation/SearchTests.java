package io.agentbay.reactive.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SearchTests {

    @Test
    void aRunThatBreaksIsNoRunWithoutViolation() {
        var runs = new AtomicInteger();
        var search = new Search(Kind.ANY, 1, schedule -> {
            runs.incrementAndGet();
            throw new NoClassDefFoundError("a class that is not there");
        });
        assertThat(search.seeds(0, 5)).isFalse();
        assertThat(runs).as("the first ends it").hasValue(1);
    }

    @Test
    void seedsThatHoldAreAllRun() {
        var runs = new AtomicInteger();
        var search = new Search(Kind.ANY, 2, schedule -> {
            runs.incrementAndGet();
            return Run.of(new Schedule(Kind.ANY, 0, Set.of()));
        });
        assertThat(search.seeds(0, 5)).isTrue();
        assertThat(runs).hasValue(5);
    }
}
