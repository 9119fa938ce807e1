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
                .allSatisfy(bug -> assertThat(bug.edits())
                        .allSatisfy(edit -> assertThat(Mutant.mutated(bug)).contains(edit.instead())));
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
        "a task that is listed already is accepted, 5, I1",
        "a mount half downloaded is uploaded, 25, I4",
        "a session is deleted while it is being filled, 25, I4",
        "a broken download goes on with another version, 87, I1",
        "an earlier trigger is not waited for, 703, I1",
        "a file is collected before its row, 291, I6",
        "a prune sweeps without grace, 7, I5",
        "what was written a moment ago is read at once, 222, I5"
    })
    void aSeedThatFoundABugFindsItAgain(String name, long seed, String invariant) {
        var bug = Bugs.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(Hunt.at(bug, seed)).isEqualTo(invariant);
    }

    @Tag("slow")
    @Test
    void everyBugIsFound() {
        assertThat(Bugs.all())
                .allSatisfy(bug ->
                        assertThat(Hunt.of(bug, SEEDS).found()).as(bug.name()).isTrue());
    }
}
