package io.agentbay.reactive.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.local.simulation.Strike.How;
import io.agentbay.reactive.local.simulation.workload.Scenario;
import io.agentbay.reactive.local.simulation.world.Timeline;
import io.agentbay.reactive.local.simulation.world.Timeline.Life;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTests {

    @Test
    void aFewSeedsHold() {
        assertThat(LongStream.range(0, 60).mapToObj(Run::of)).allSatisfy(SimulationTests::holds);
    }

    @Test
    void aSeedHasOneHistory() {
        assertThat(LongStream.range(0, 5).mapToObj(seed -> Run.of(seed).history()))
                .containsExactlyElementsOf(LongStream.range(0, 5)
                        .mapToObj(seed -> Run.of(seed).history())
                        .toList());
    }

    @Test
    void whatHappenedIsAScheduleThatHappensAgain() {
        for (long seed = 0; seed < 5; seed++) {
            var outcome = Run.of(seed);
            var again = Run.of(
                    Schedule.parse(outcome.schedule().only(outcome.happened()).toString()));
            assertThat(again.history()).isEqualTo(outcome.history());
        }
    }

    @Test
    void aWriteAndItsUploadStruckAtEveryEventHold() {
        var scenario = Scenario.canonical().get(2);
        var strikes = Strikes.of(scenario);
        assertThat(strikes).hasSizeGreaterThan(20);
        assertThat(strikes).allSatisfy(strike -> holds(strike.run()));
    }

    @Test
    void aScenarioThatIsNotStruckSucceeds() {
        for (var scenario : Scenario.all()) {
            var outcome = new Strike(scenario, How.NOTHING, -1).run();
            holds(outcome);
            assertThat(outcome.failed()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"prune that marks, [1-9][0-9]* marked", "prune that sweeps, [1-9][0-9]* freed"})
    void aPruneThatIsStruckHasSomethingToDo(String name, String told) {
        var scenario = Scenario.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        var history = new Strike(scenario, How.NOTHING, -1).run().history();
        assertThat(history.lines().filter(line -> line.contains(name + ".0 ok")))
                .singleElement()
                .asString()
                .containsPattern(told);
    }

    @Test
    void aSecondThreadIsRefused() {
        var timeline = new Timeline();
        var life = new Life("test", false);
        var other = CompletableFuture.runAsync(() -> timeline.plan(0, life, () -> {}));
        assertThatThrownBy(other::join).hasMessageContaining("A second thread is in the world");
    }

    private static void holds(Outcome outcome) {
        assertThat(outcome.violations())
                .as("schedule %s%n%s", outcome.schedule(), outcome.history())
                .isEmpty();
    }
}
