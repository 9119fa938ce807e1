package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program {@code ./guide} runs. */
class GuideTests {

    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void listsEverySectionWithoutAName() {
        assertThat(guide()).isZero();
        assertThat(printed(out).lines()).hasSize(GuideSection.values().length);
    }

    @Test
    void runsASectionTwiceOnTheSameData() {
        assertThat(guide("--data", data.toString(), "context-with-session")).isZero();
        assertThat(guide("--data", data.toString(), "context-with-session")).isZero();
        assertThat(printed(out)).contains("== Context with sessions").contains("Important data");
    }

    @Test
    void refusesANameItDoesNotKnowAndNamesTheWayOut() {
        assertThat(guide("contexts")).isEqualTo(2);
        assertThat(printed(err)).contains("There is no section contexts; run without a name to see all of them.");
    }

    private int guide(String... args) {
        return Guide.run(
                new PrintStream(out, true, Charset.defaultCharset()),
                new PrintStream(err, true, Charset.defaultCharset()),
                args);
    }

    private static String printed(ByteArrayOutputStream stream) {
        return stream.toString(Charset.defaultCharset());
    }
}
