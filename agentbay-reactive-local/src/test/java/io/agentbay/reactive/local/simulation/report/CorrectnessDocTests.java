package io.agentbay.reactive.local.simulation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.simulation.fault.Guess;
import io.agentbay.reactive.local.simulation.planted.Bugs;
import io.agentbay.reactive.local.simulation.planted.Hunt.Found;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The documentation is made by {@code ./simulate --docs}; here it is compared with what it is made of. */
class CorrectnessDocTests {

    private static final Path DOCS = Path.of("..", "docs", "correctness.md");

    @Test
    void everyPlantedBugIsToldAndWasFound() {
        var table = Tables.PLANTED.in(DOCS);
        var rows = Tables.parsed(table);
        assertThat(rows).isNotEmpty().allMatch(Found::found);
        assertThat(Tables.planted(rows)).isEqualTo(table);
        assertThat(rows).extracting(Found::bug).containsExactlyElementsOf(Bugs.all());
    }

    @Test
    void everyGuessThatFailsIsOneOfTheModel() {
        var said = Pattern.compile("`([a-z]+\\.[A-Za-z]+ = [^`]+)`")
                .matcher(Tables.PAIRS.in(DOCS))
                .results()
                .map(found -> found.group(1))
                .toList();
        var known = Guess.all().stream()
                .flatMap(guess -> guess.others().stream())
                .map(Guess.Value::toString)
                .toList();
        assertThat(said).isNotEmpty().allMatch(known::contains);
        assertThat(Tables.PAIRS.in(DOCS)).contains("none with a false success");
    }
}
