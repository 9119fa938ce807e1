package io.agentbay.reactive.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionRequest.Problem;
import io.agentbay.reactive.session.SessionRequest.Problem.Severity;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What speaks against a request only because of what this client knows and saw. */
class HistoryCheckTests {

    private static final ContextId ONE = ContextId.of("c-1");
    private static final String HOME = "/home/wuying/a";
    private static final SyncPolicy MANAGED = SyncPolicy.manual().keepingDeleted();

    private final Bench bench = new Bench();

    private Session open(Mount mount) {
        var outcome = Outcome.of(bench.sessions.create(SessionRequest.mounting(mount)));
        bench.settle();
        return outcome.value;
    }

    private void openAndClose(Mount mount) {
        var closed = Outcome.of(open(mount).close());
        bench.settle();
        assertThat(closed.completed).isTrue();
    }

    private List<Problem> problems(Mount mount) {
        return bench.sessions.problems(SessionRequest.mounting(mount));
    }

    @Test
    void aContextNeverSeenHasNoHistory() {
        assertThat(problems(Mount.of(ONE, HOME))).isEmpty();
    }

    @Test
    void aMovedMountIsAWarningUnlessItIsMapped() {
        openAndClose(Mount.of(ONE, HOME));
        assertThat(problems(Mount.of(ONE, HOME))).isEmpty();
        var moved = problems(Mount.of(ONE, "/tmp/b"));
        assertThat(moved).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.field()).isEqualTo("mounts[0].path");
            assertThat(problem.message()).contains(HOME, "/tmp/b");
            assertThat(problem.fix()).contains("mappedFrom(\"" + HOME + "\")");
        });
        assertThat(problems(Mount.of(ONE, "/tmp/b", SyncPolicy.onDemand().mappedFrom(HOME))))
                .isEmpty();
    }

    @Test
    void aWarningIsNoRefusal() {
        openAndClose(Mount.of(ONE, HOME));
        assertThat(open(Mount.of(ONE, "/tmp/b"))).isNotNull();
    }

    @Test
    void fromFilesToAnArchiveAndBackIsAWarning() {
        openAndClose(Mount.of(ONE, HOME));
        var archived = Mount.of(ONE, HOME, SyncPolicy.onDemand().archived());
        assertThat(problems(archived)).extracting(Problem::field).containsExactly("mounts[0].policy.archived");
        openAndClose(archived);
        assertThat(problems(archived)).isEmpty();
        assertThat(problems(Mount.of(ONE, HOME)))
                .extracting(Problem::field)
                .containsExactly("mounts[0].policy.archived");
    }

    @Test
    void aSecondOpenSessionThatUploadsByItselfIsAWarning() {
        var first = open(Mount.of(ONE, HOME));
        var second = Mount.of(ONE, HOME);
        assertThat(problems(second)).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("mounts[0].policy.uploadsAutomatically");
            assertThat(problem.message()).contains(first.id().value());
        });
        assertThat(problems(Mount.of(ONE, HOME, MANAGED))).isEmpty();
        var closed = Outcome.of(first.close());
        bench.settle();
        assertThat(closed.completed).isTrue();
        assertThat(problems(second)).isEmpty();
    }

    @Test
    void aContextAtTwoPlacesOfOneSessionHasNotMoved() {
        var both = SessionRequest.mounting(Mount.of(ONE, HOME, MANAGED), Mount.of(ONE, "/tmp/b", MANAGED));
        var created = Outcome.of(bench.sessions.create(both));
        bench.settle();
        assertThat(created.value).isNotNull();
        assertThat(bench.sessions.problems(both)).extracting(Problem::field).containsExactly("mounts[1].context");
    }

    @Test
    void whereTheCloudMayNotBeWritableIsSaidForTheCloudOnly() {
        assertThat(problems(Mount.of(ONE, "/mnt/data")))
                .extracting(Problem::field)
                .containsExactly("mounts[0].path");
        assertThat(new Bench(true).sessions.problems(SessionRequest.mounting(ONE, "/mnt/data")))
                .isEmpty();
        var windows = SessionRequest.mounting(ONE, "/c/data").image("windows_latest");
        assertThat(bench.sessions.problems(windows)).isEmpty();
    }

    @Test
    void anIdleTimeShorterThanAWaitIsAWarning() {
        var request = SessionRequest.mounting(ONE, HOME);
        assertThat(bench.sessions.problems(request.idleTimeout(Duration.ofSeconds(5))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("idleTimeout");
                    assertThat(problem.message()).contains("one attempt");
                });
        assertThat(bench.sessions.problems(request.idleTimeout(Duration.ofMinutes(5))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("a sync without news"));
    }

    @Test
    void theLogHearsEachOnce() {
        var history = new MountHistory();
        history.mounted("s-1", List.of(Mount.of(ONE, HOME, MANAGED)));
        var check = new HistoryCheck(history);
        var moved = check.problems("mounts[0]", Mount.of(ONE, "/tmp/b", MANAGED), "");
        assertThat(check.unsaid(moved)).hasSize(1);
        assertThat(check.unsaid(moved)).isEmpty();
        assertThat(check.unsaid(check.problems("mounts[0]", Mount.of(ONE, "/tmp/c", MANAGED), "")))
                .hasSize(1);
    }

    @Test
    void askingMakesNoCall() {
        assertThat(problems(Mount.of(ONE, "/mnt/data"))).isNotEmpty();
        assertThat(bench.wire.calls).isEmpty();
    }
}
