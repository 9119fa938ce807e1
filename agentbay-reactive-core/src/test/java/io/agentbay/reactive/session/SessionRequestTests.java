package io.agentbay.reactive.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.session.SessionRequest.Ending;
import io.agentbay.reactive.session.SessionRequest.Problem;
import io.agentbay.reactive.session.SessionRequest.Problem.Severity;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionRequestTests {

    private static final ContextId ONE = ContextId.of("c-1");
    private static final ContextId TWO = ContextId.of("c-2");

    @Test
    void aUsualRequestHasNoProblems() {
        var request = SessionRequest.mounting(Mount.of(ONE, "/mnt/a"), Mount.of(TWO, "/mnt/ab"));
        assertThat(request.problems()).isEmpty();
        assertThat(SessionRequest.ephemeral().problems()).isEmpty();
    }

    @Test
    void twoMountsAtOnePlaceAreAnError() {
        assertProblem(
                SessionRequest.mounting(Mount.of(ONE, "/mnt/a"), Mount.of(TWO, "/mnt/a/")),
                Severity.ERROR,
                "mounts[1].path");
    }

    @Test
    void mountsInsideEachOtherAreAnErrorInEitherOrder() {
        var outer = Mount.of(ONE, "/mnt/a");
        var inner = Mount.of(TWO, "/mnt/a/b");
        assertProblem(SessionRequest.mounting(outer, inner), Severity.ERROR, "mounts[1].path");
        assertProblem(SessionRequest.mounting(inner, outer), Severity.ERROR, "mounts[1].path");
    }

    @Test
    void oneContextTwiceIsAWarning() {
        assertProblem(
                SessionRequest.mounting(Mount.of(ONE, "/mnt/a"), Mount.of(ONE, "/mnt/b")),
                Severity.WARNING,
                "mounts[1].context");
    }

    @Test
    void aWildcardInAMountPathIsAnError() {
        assertProblem(SessionRequest.mounting(ONE, "/mnt/*"), Severity.ERROR, "mounts[0].path");
    }

    @Test
    void patternsInAPolicyAreAWarning() {
        var policy = SyncPolicy.onDemand().only(Selector.all().except("*.tmp"));
        assertProblem(
                SessionRequest.mounting(Mount.of(ONE, "/mnt/a", policy)),
                Severity.WARNING,
                "mounts[0].policy.selector");
    }

    @Test
    void discardingNeedsManagedMounts() {
        assertProblem(SessionRequest.mounting(ONE, "/mnt/a").onCancel(Ending.DISCARD), Severity.ERROR, "onCancel");
        var managed = Mount.of(ONE, "/mnt/a", SyncPolicy.manual().keepingDeleted());
        assertThat(SessionRequest.mounting(managed).onCancel(Ending.DISCARD).problems())
                .isEmpty();
    }

    @Test
    void badValuesThrowAtTheCall() {
        var request = SessionRequest.ephemeral();
        assertThatIllegalArgumentException().isThrownBy(() -> request.label(" ", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> request.label(SessionRequest.ID_LABEL, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> request.idleTimeout(Duration.ofMillis(999)));
        assertThatIllegalArgumentException().isThrownBy(() -> request.keepFor(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> request.image(""));
        assertThatIllegalArgumentException().isThrownBy(() -> SessionQuery.all().state(SessionState.UNKNOWN));
    }

    @Test
    void eachChangeLeavesTheOldRequestAlone() {
        var before = SessionRequest.mounting(ONE, "/mnt/a");
        var after = before.label("fleet", "a").image("other").idleTimeout(Duration.ofMinutes(1));
        assertThat(before.labels()).isEmpty();
        assertThat(before.image()).isEqualTo("linux_latest");
        assertThat(before.idleTimeout()).isEqualTo(Duration.ofMinutes(30));
        assertThat(after.labels()).containsEntry("fleet", "a");
    }

    private static void assertProblem(SessionRequest request, Severity severity, String field) {
        assertThat(request.problems()).singleElement().satisfies(problem -> {
            assertThat(problem).extracting(Problem::severity, Problem::field).containsExactly(severity, field);
            assertThat(problem.fix()).isNotBlank();
        });
    }
}
