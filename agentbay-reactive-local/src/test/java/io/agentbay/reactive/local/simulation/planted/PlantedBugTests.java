package io.agentbay.reactive.local.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlantedBugTests {

    private static final int SEEDS = 2_000;

    @Test
    void everyBugStillHasItsPlace() {
        assertThat(Bugs.all())
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(bug -> assertThat(Mutant.mutated(bug)).contains(bug.instead()));
        assertThat(Bugs.all().stream().map(Bug::name)).doesNotHaveDuplicates();
    }

    @Test
    void aClientThatIsNeverSureIsFound() {
        var bug = Bugs.all().stream()
                .filter(each -> each.name().equals("every sync ends unconfirmed"))
                .findFirst()
                .orElseThrow();
        assertThat(Hunt.of(bug, 100).invariants()).contains("I2");
    }

    @ParameterizedTest
    @CsvSource({
        "a task that is listed already is accepted, 105",
        "a running task counts as success, 24",
        "a failed task counts as success, 203",
        "a sync joins the round that runs, 73",
        "listed means confirmed, 40"
    })
    void aSeedThatFoundABugFindsItAgain(String name, long seed) {
        var bug = Bugs.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(Hunt.at(bug, seed)).isEqualTo("I1");
    }

    @Tag("slow")
    @Test
    void everyBugIsFound() {
        assertThat(Bugs.all())
                .allSatisfy(bug ->
                        assertThat(Hunt.of(bug, SEEDS).found()).as(bug.name()).isTrue());
    }
}
