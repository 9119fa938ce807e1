package io.agentbay.reactive.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alone, because it looks at what the whole JVM prints. */
@Isolated
class SimulateTests {

    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int simulate(String... args) {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        return Simulate.execute(args);
    }

    @AfterEach
    void restore() {
        System.setOut(realOut);
        System.setErr(realErr);
    }

    @ParameterizedTest
    @CsvSource({
        "--seeds 0, --seeds is 0; it has to be 1 or more",
        "--workers 0, --workers is 0; it has to be 1 or more",
        "--seconds -1, --seconds is -1; it has to be 0 or more",
        "--replay abc, \"abc\" is no schedule",
        "--replay weather/5, \"weather/5\" is no schedule",
        "--bug prune, --bug is for --planted",
        "--planted --bug unheard-of, no planted bug is named like \"unheard-of\"",
        "--strike unheard-of, no strike is named like \"unheard-of\"",
        "--pairs --kind snapshots, --kind is for running seeds",
        "--pairs --docs, mutually exclusive",
        "--sedes 5, Unknown option"
    })
    void optionsThatMakeNoSenseAreNamed(String options, String words) {
        assertThat(simulate(options.split(" "))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(words)
                .contains("--help")
                .doesNotContain("\tat ");
    }

    @Test
    void seedsThatHoldEndWell() {
        assertThat(simulate("--seeds", "2", "--kind", "snapshots", "--workers", "1"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("2 seeds in").contains("no violation\n");
    }

    @Test
    void aScheduleIsReplayed() {
        assertThat(simulate("--replay", "snapshots/3:")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("schedule snapshots/3:\n");
    }

    @Test
    void oneStrikeTellsItsHistory() {
        assertThat(simulate("--strike", "close, CRASH at event 12")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("A crashes").contains("1 strikes in");
    }

    @Test
    void aPlantedBugThatIsNotFoundEndsBadly() {
        assertThat(simulate("--planted", "--bug", "failed commit", "--seeds", "1"))
                .isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("0 of 1 planted bugs found");
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("\tat ");
    }
}
