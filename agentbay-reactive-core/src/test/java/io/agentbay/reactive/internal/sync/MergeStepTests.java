package io.agentbay.reactive.internal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.internal.sync.MergeStep.Action;
import io.agentbay.reactive.sync.ConflictRule;
import io.agentbay.reactive.sync.MergeReport.Resolution;
import io.agentbay.reactive.sync.MergeReport.Version;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every combination of what was, what the session has and what the context has: absent, 0 or 1. */
class MergeStepTests {

    @ParameterizedTest(name = "base {0}, session {1}, context {2}: {3}")
    @CsvSource(textBlock = """
        -, -, -, NOTHING
        -, -, 0, TO_SESSION
        -, -, 1, TO_SESSION
        -, 0, -, TO_CONTEXT
        -, 0, 0, NOTHING
        -, 1, -, TO_CONTEXT
        -, 1, 1, NOTHING
        0, -, -, NOTHING
        0, -, 0, DELETE_IN_CONTEXT
        0, 0, -, DELETE_IN_SESSION
        0, 0, 0, NOTHING
        0, 0, 1, TO_SESSION
        0, 1, 0, TO_CONTEXT
        0, 1, 1, NOTHING
        1, -, -, NOTHING
        1, -, 1, DELETE_IN_CONTEXT
        1, 0, 0, NOTHING
        1, 0, 1, TO_CONTEXT
        1, 1, -, DELETE_IN_SESSION
        1, 1, 0, TO_SESSION
        1, 1, 1, NOTHING
        """)
    void whatChangedOnOneSideGoesToTheOtherByEveryRule(String base, String session, String context, Action action) {
        var file = new MergePath("a", version(base), version(session), version(context));
        for (ConflictRule rule : ConflictRule.values()) {
            assertThat(MergeStep.of(file, rule)).isEqualTo(new MergeStep(file, action, null));
        }
    }

    @ParameterizedTest(name = "base {0}, session {1}, context {2}, {3}: {4}, {5}")
    @CsvSource(nullValues = "none", textBlock = """
        -, 0, 1, FAIL,         REFUSE,            none
        -, 1, 0, FAIL,         REFUSE,            none
        0, 1, -, FAIL,         REFUSE,            none
        0, -, 1, FAIL,         REFUSE,            none
        1, 0, -, FAIL,         REFUSE,            none
        1, -, 0, FAIL,         REFUSE,            none
        -, 0, 1, SESSION_WINS, TO_CONTEXT,        SESSION_KEPT
        -, 1, 0, SESSION_WINS, TO_CONTEXT,        SESSION_KEPT
        0, 1, -, SESSION_WINS, TO_CONTEXT,        SESSION_KEPT
        0, -, 1, SESSION_WINS, DELETE_IN_CONTEXT, SESSION_KEPT
        1, 0, -, SESSION_WINS, TO_CONTEXT,        SESSION_KEPT
        1, -, 0, SESSION_WINS, DELETE_IN_CONTEXT, SESSION_KEPT
        -, 0, 1, CONTEXT_WINS, TO_SESSION,        CONTEXT_KEPT
        -, 1, 0, CONTEXT_WINS, TO_SESSION,        CONTEXT_KEPT
        0, 1, -, CONTEXT_WINS, DELETE_IN_SESSION, CONTEXT_KEPT
        0, -, 1, CONTEXT_WINS, TO_SESSION,        CONTEXT_KEPT
        1, 0, -, CONTEXT_WINS, DELETE_IN_SESSION, CONTEXT_KEPT
        1, -, 0, CONTEXT_WINS, TO_SESSION,        CONTEXT_KEPT
        -, 0, 1, KEEP_BOTH,    KEEP_BOTH,         BOTH_KEPT
        -, 1, 0, KEEP_BOTH,    KEEP_BOTH,         BOTH_KEPT
        0, 1, -, KEEP_BOTH,    TO_CONTEXT,        SESSION_KEPT
        0, -, 1, KEEP_BOTH,    TO_SESSION,        CONTEXT_KEPT
        1, 0, -, KEEP_BOTH,    TO_CONTEXT,        SESSION_KEPT
        1, -, 0, KEEP_BOTH,    TO_SESSION,        CONTEXT_KEPT
        """)
    void whatChangedOnBothIsTheRulesToDecide(
            String base,
            String session,
            String context,
            ConflictRule rule,
            Action action,
            @Nullable Resolution resolution) {
        var file = new MergePath("a", version(base), version(session), version(context));
        assertThat(MergeStep.of(file, rule)).isEqualTo(new MergeStep(file, action, resolution));
    }

    private static @Nullable Version version(String content) {
        return content.equals("-") ? null : new Version(1, content);
    }
}
