package io.agentbay.reactive.local.simulation.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.simulation.Outcome;
import io.agentbay.reactive.local.simulation.Schedule;
import io.agentbay.reactive.local.simulation.invariant.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkerTests {

    private static final List<String> ALL =
            IntStream.range(0, 100).mapToObj(Integer::toString).toList();

    /** Fails when three things happen together. */
    private static Outcome run(Schedule schedule) {
        var happened = ALL.stream().filter(schedule::wants).toList();
        var bad = happened.containsAll(List.of("7", "41", "99"))
                ? List.of(new Violation("I1", "together"))
                : List.<Violation>of();
        return new Outcome(schedule, bad, "", "", happened, Map.of(), "");
    }

    @Test
    void leavesOutWhatIsNotNeeded() {
        var smallest = new Shrinker(ShrinkerTests::run, 1_000).shrink(run(Schedule.of(5)));
        assertThat(smallest.schedule()).hasToString("5:7,41,99");
        assertThat(smallest.violations()).isNotEmpty();
    }

    @Test
    void stopsWhenItsRunsAreUsedUp() {
        var smaller = new Shrinker(ShrinkerTests::run, 4).shrink(run(Schedule.of(5)));
        assertThat(smaller.violations()).isNotEmpty();
    }
}
