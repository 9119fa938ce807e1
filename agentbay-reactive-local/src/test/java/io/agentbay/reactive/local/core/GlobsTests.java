package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobsTests {

    @ParameterizedTest
    @CsvSource({
        "*.txt, /a.txt, true",
        "*.txt, /d/a.txt, true",
        "*.txt, /d/a.txt.gz, false",
        "d/*.txt, /d/a.txt, true",
        "d/*.txt, /d/e/a.txt, false",
        "/d/*.txt, /d/a.txt, true",
        "**/a.txt, /a.txt, true",
        "**/a.txt, /d/e/a.txt, true",
        "d/**/a.txt, /d/a.txt, true",
        "d/**/a.txt, /d/e/f/a.txt, true",
        "d/**, /d/e/f, true",
        "d/**, /dd/e, false",
        "?.txt, /é.txt, true",
        "?.txt, /😀.txt, true",
        "?.txt, /ab.txt, false",
        "a?b, /a/b, false",
        "[a-c]x, /bx, true",
        "[a-c]x, /dx, false",
        "[!a-c]x, /dx, true",
        "[!a-c]x, /ax, false",
        "[-x]y, /-y, true",
        "[x-]y, /-y, true",
        "[ab, '/[ab', true",
        "'[]a', '/[]a', true",
        "a.c, /abc, false",
        "a+(b)*, '/a+(b)c', true",
        "*, '', true",
        "**, /any/thing, true"
    })
    void patternsMeanWhatShellsMean(String pattern, String path, boolean expected) {
        assertThat(Globs.matches(Globs.of(pattern), path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', *.log, /a.log, true",
        "'', *.log, /d/a.log, true",
        "'', *.log, /d.log/inner, true",
        "/logs, *.log, /logs/d/a.log, true",
        "/logs, *.log, /other/a.log, false",
        "'', d/*.log, /e/d/a.log, false",
        "'', /exact, /exact/below, true",
        "'', /exact, /exactly, false",
        "'', /, /anything, true"
    })
    void anEntryOfAWhiteListCoversItsContent(String directory, String entry, String path, boolean expected) {
        assertThat(PathPattern.of("field", directory, entry, true).covers(path)).isEqualTo(expected);
    }

    @Test
    void aSetThatRunsBackwardsMeansNothing() {
        assertThatThrownBy(() -> Globs.of("[z-a]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PathPattern.of("whiteLists", "", "[z-a]", true))
                .isInstanceOf(ServiceError.class);
    }

    /** With a backtracking matcher each of these takes longer than anybody lives. */
    @ParameterizedTest
    @ValueSource(strings = {"*a", "**a", "**/", "*?", "[a-b]*"})
    void noPatternKeepsAThread(String part) {
        String name = "a".repeat(250) + "!";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(Globs.matches(Globs.of(part.repeat(60) + "b"), "/d/" + name))
                    .isFalse();
            assertThat(PathPattern.of("f", "", part.repeat(20) + "b", true).covers("/" + name))
                    .isFalse();
        });
    }
}
