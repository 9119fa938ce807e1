package io.agentbay.reactive.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorTests {

    @ParameterizedTest
    @CsvSource({
        "*.log, a.log, true",
        "*.log, deep/er/a.log, true",
        "*.log, a.log.txt, false",
        "*.log, logs.log/inside.txt, true",
        "src/*.java, src/A.java, true",
        "src/*.java, src/a/A.java, false",
        "src/**/*.java, src/A.java, true",
        "src/**/*.java, src/a/b/A.java, true",
        "**/target, a/target/x, true",
        "a?c, abc, true",
        "a?c, a/c, false",
        "a+(b)[1].txt, a+(b)[1].txt, true",
        "a+(b)[1].txt, aab1.txt, false",
        "node_modules, web/node_modules/x/y.js, true"
    })
    void globsMeanWhatTheySay(String glob, String path, boolean accepted) {
        assertThat(Selector.matching(glob).accepts(path)).isEqualTo(accepted);
    }

    @Test
    void exactPathsCoverWhatIsBelow() {
        var selector = Selector.under("/src/main/", "README.md");
        assertThat(selector.accepts("src/main/a/b")).isTrue();
        assertThat(selector.accepts("./README.md")).isTrue();
        assertThat(selector.accepts("src/mainly")).isFalse();
        assertThat(selector.accepts("docs/README.md")).isFalse();
        assertThat(selector.paths()).containsExactly("src/main", "README.md");
    }

    @Test
    void exceptionsWin() {
        var selector = Selector.all().except(".git", "target/*.tmp");
        assertThat(selector.accepts(".git/config")).isFalse();
        assertThat(selector.accepts("a/.git/config")).isTrue();
        assertThat(Selector.all().except("**/.git").accepts("a/.git/config")).isFalse();
        assertThat(selector.accepts("target/x.tmp")).isFalse();
        assertThat(selector.accepts("target/x.jar")).isTrue();
        assertThat(selector).hasToString("all except [.git, target/*.tmp]");
    }

    @Test
    void alternativesKeepTheirOwnExceptions() {
        var selector = Selector.matching("*.json").except("*.tmp").or(Selector.matching("*.txt"));
        assertThat(selector.accepts("a/b.json")).isTrue();
        assertThat(selector.accepts("old.tmp/b.json")).isFalse();
        assertThat(selector.accepts("old.tmp/b.txt")).isTrue();
        assertThat(selector.accepts("b.log")).isFalse();
        assertThat(selector.hasPatterns()).isTrue();
        assertThat(selector).hasToString("[*.json] except [*.tmp] or [*.txt]");
        assertThat(selector.alternatives())
                .containsExactly(Selector.matching("*.json").except("*.tmp"), Selector.matching("*.txt"));
    }

    @Test
    void alternativesOfOneKindAreOne() {
        assertThat(Selector.under("a").or(Selector.under("b"))).isEqualTo(Selector.under("a", "b"));
        assertThat(Selector.all().or(Selector.all())).isEqualTo(Selector.all());
    }

    @Test
    void nothingIsNotAChoice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selector.under(""))
                .withMessageContaining("all()");
    }
}
