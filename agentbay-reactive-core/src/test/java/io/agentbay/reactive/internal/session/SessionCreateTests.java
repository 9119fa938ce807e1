package io.agentbay.reactive.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.common.SessionId;
import io.agentbay.reactive.config.CallOptions;
import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.SessionCreateUnconfirmedException;
import io.agentbay.reactive.error.SyncFailedException;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.internal.wire.SessionWire.NewSession;
import io.agentbay.reactive.internal.wire.SessionWire.SessionData;
import io.agentbay.reactive.internal.wire.SyncWire.BoundContext;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionQuery;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.stub.VirtualRuntime;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SessionCreateTests {

    private static final SessionRequest REQUEST = Bench.request(Bench.ON_DEMAND);

    private final Bench bench = new Bench();

    private Outcome<Session> create(SessionRequest request) {
        return Outcome.of(bench.sessions.create(request));
    }

    @Test
    void asksWithAnOwnLabelAnIdleTimeoutAndTheWholePolicy() {
        create(REQUEST.label("fleet", "nightly"));
        bench.settle();
        var asked = bench.wire.sessions.get("s-1");
        assertThat(asked.idleTimeoutSeconds()).isEqualTo(1_800);
        assertThat(asked.imageId()).isEqualTo("linux_latest");
        assertThat(asked.labels()).containsEntry("fleet", "nightly");
        assertThat(asked.labels().get(SessionRequest.ID_LABEL)).matches("[a-z2-7]{26}");
        assertThat(asked.mounts()).singleElement().satisfies(mount -> {
            assertThat(mount.path()).isEqualTo("/mnt/data");
            assertThat(mount.policy()).contains("\"autoUpload\":true");
        });
    }

    @Test
    void isOwnedOnceThereWithTheTimeAtWhichItEnds() {
        var outcome = create(REQUEST);
        bench.settle();
        assertThat(outcome.value.id()).isEqualTo(SessionId.of("s-1"));
        assertThat(bench.sessions.owned()).singleElement().satisfies(owned -> {
            assertThat(owned.id()).isEqualTo(SessionId.of("s-1"));
            assertThat(owned.createdAt()).isEqualTo(VirtualRuntime.START);
            assertThat(owned.aliveUntil())
                    .isBetween(
                            owned.createdAt().plusSeconds(1_800),
                            owned.createdAt().plusSeconds(1_802));
            assertThat(owned.unsavedMounts()).isEmpty();
            assertThat(owned.lastFailure()).isNull();
        });
    }

    @Test
    void waitsForEachAutomaticDownloadButThoseReadyLater() {
        bench.syncs.onReady = mount -> Mono.never();
        var later = create(Bench.request(Bench.ON_DEMAND.readyLater(), Bench.MANAGED));
        bench.advance(Duration.ofSeconds(1));
        assertThat(later.value).isNotNull();

        var waiting = create(REQUEST);
        bench.advance(Duration.ofMinutes(5));
        assertThat(waiting.open()).isTrue();
    }

    @Test
    void aFailedDownloadIsAFailedCreateAndTheSessionIsKept() {
        bench.syncs.onReady = mount -> Mono.error(FakeSyncs.failed("quota"));
        var outcome = create(REQUEST);
        bench.advance(Duration.ofMinutes(12));
        assertThat(outcome.error).isInstanceOf(SyncFailedException.class);
        assertThat(bench.wire.deleted).isEmpty();
        assertThat(bench.wire.count("keepAlive")).isPositive();
        assertThat(bench.sessions.owned())
                .singleElement()
                .satisfies(owned -> assertThat(owned.lastFailure().message()).contains("quota"));
    }

    @Test
    void aFailedDownloadThatNothingDependsOnEndsTheSession() {
        bench.syncs.onReady = mount -> Mono.error(FakeSyncs.failed("quota"));
        var outcome = create(Bench.request(Bench.READ_ONLY));
        bench.settle();
        assertThat(outcome.error).isInstanceOf(SyncFailedException.class);
        assertThat(bench.wire.deleted).containsExactly("s-1");
        assertThat(bench.sessions.owned()).isEmpty();
    }

    @Test
    void aRefusedCreateIsTheError() {
        bench.wire.onCreate = asked -> Mono.error(FakeSessionWire.lost("CreateMcpSession", false));
        var outcome = create(REQUEST);
        bench.settle();
        assertThat(outcome.error).isInstanceOf(TransportException.class);
        assertThat(bench.wire.calls).containsExactly("create");
        assertThat(bench.sessions.owned()).isEmpty();
    }

    @Test
    void aLostAnswerIsFoundByItsLabelAndNeverAskedTwice() {
        bench.wire.onCreate = lostAfter(1);
        bench.wire.labelsShow = false;
        var outcome = create(REQUEST);
        bench.advance(Duration.ofSeconds(20));
        assertThat(outcome.open()).isTrue();

        bench.wire.labelsShow = true;
        bench.advance(Duration.ofSeconds(20));
        assertThat(outcome.value.id()).isEqualTo(SessionId.of("s-1"));
        assertThat(bench.wire.count("create")).isEqualTo(1);
        assertThat(bench.wire.deleted).isEmpty();
    }

    @Test
    void ofSeveralOneIsAdoptedAndTheRestClosed() {
        bench.wire.onCreate = lostAfter(3);
        var outcome = create(REQUEST);
        bench.settle();
        assertThat(outcome.value.id()).isEqualTo(SessionId.of("s-1"));
        assertThat(bench.wire.deleted).containsExactlyInAnyOrder("s-2", "s-3");
        assertThat(bench.syncs.downloads)
                .as("not before their downloads are confirmed")
                .contains("s-2 /mnt/data", "s-3 /mnt/data");
        assertThat(bench.sessions.owned()).hasSize(1);
    }

    @Test
    void oneThatIsNotFoundIsUnconfirmedAndListed() {
        bench.wire.onCreate = lostAfter(0);
        var outcome = create(REQUEST);
        bench.advance(Duration.ofSeconds(55));
        assertThat(outcome.open()).isTrue();

        bench.advance(Duration.ofSeconds(10));
        var error = (SessionCreateUnconfirmedException) outcome.error;
        assertThat(error.mayHaveHappened()).isTrue();
        assertThat(error).hasCauseInstanceOf(TransportException.class);
        assertThat(bench.wire.count("create")).isEqualTo(1);
        assertThat(bench.sessions.owned()).singleElement().satisfies(owned -> {
            assertThat(owned.id()).isNull();
            assertThat(owned.label()).isEqualTo(error.label());
            assertThat(owned.aliveUntil()).isEqualTo(error.aliveUntil());
        });

        bench.advance(Duration.ofMinutes(32));
        assertThat(bench.sessions.owned()).isEmpty();
        assertThat(bench.background.active()).isZero();
    }

    /** Found by the simulation. */
    @Test
    void oneThatTurnsUpLateIsKeptAliveAtOnceWhileItsDownloadIsWaitedFor() {
        bench.wire.onCreate = lostAfter(1);
        bench.wire.labelsShow = false;
        create(REQUEST);
        bench.advance(Duration.ofMinutes(2));
        assertThat(bench.wire.count("keepAlive")).isZero();
        bench.wire.labelsShow = true;
        bench.advance(Duration.ofSeconds(40));
        assertThat(bench.wire.count("keepAlive")).isEqualTo(1);
    }

    @Test
    void oneThatTurnsUpLateIsClosed() {
        bench.wire.onCreate = lostAfter(1);
        bench.wire.labelsShow = false;
        create(REQUEST);
        bench.advance(Duration.ofMinutes(2));
        assertThat(bench.wire.deleted).isEmpty();

        bench.wire.labelsShow = true;
        bench.advance(Duration.ofMinutes(1));
        assertThat(bench.wire.deleted).containsExactly("s-1");
        assertThat(bench.sessions.owned()).isEmpty();
        assertThat(bench.background.active()).isZero();
    }

    @Test
    void aCancelledOneWhoseDownloadFailsIsKept() {
        bench.syncs.onReady = mount -> Mono.error(FakeSyncs.failed("quota"));
        var outcome = create(REQUEST);
        bench.advance(Duration.ofMillis(30));
        outcome.cancel();
        bench.advance(Duration.ofMinutes(1));
        assertThat(bench.wire.deleted).isEmpty();
        assertThat(bench.sessions.owned()).hasSize(1);
    }

    @Test
    void aDeadlineEndsTheWaitingAndTheLateSession() {
        bench.syncs.onReady =
                mount -> Mono.delay(Duration.ofSeconds(30), bench.time.timer()).then();
        var outcome =
                Outcome.of(bench.sessions.create(REQUEST).contextWrite(CallOptions.deadline(Duration.ofSeconds(5))));
        bench.advance(Duration.ofSeconds(6));
        assertThat(outcome.error).isInstanceOf(DeadlineExceededException.class);
        assertThat(bench.wire.deleted).isEmpty();
        bench.settle();
        assertThat(bench.wire.deleted).containsExactly("s-1");
    }

    @Test
    void patternsAreRefusedNamingTheAlternative() {
        var mount = Mount.of(
                Bench.ON_DEMAND.context(), "/mnt/data", SyncPolicy.onDemand().only(Selector.matching("*.json")));
        var outcome = create(Bench.request(mount));
        assertThat(outcome.error).isInstanceOf(InvalidRequestException.class).hasMessageContaining("copyFrom");
        assertThat(bench.wire.calls).isEmpty();
    }

    @Test
    void aBorrowedSessionKnowsItsMountsAndIsSavedAtItsClose() {
        bench.wire.start(new NewSession("linux_latest", Map.of(), List.of(), null, null));
        bench.bindings = List.of(new BoundContext("c-1", null, "/mnt/data", null, null));
        var outcome = Outcome.of(bench.sessions.get(SessionId.of("s-1")));
        bench.settle();
        assertThat(outcome.value.mounts()).containsExactly(Bench.ON_DEMAND);
        assertThat(bench.sessions.owned()).isEmpty();

        var closed = Outcome.of(outcome.value.close());
        bench.settle();
        assertThat(closed.value.saved()).isNotNull();
        assertThat(bench.syncs.uploads).containsExactly("s-1 /mnt/data");
    }

    @Test
    void handlesOfOneSessionShareItsState() {
        var created = create(REQUEST);
        bench.settle();
        var again = Outcome.of(bench.sessions.get(SessionId.of("s-1")));
        bench.settle();
        var closed = Outcome.of(again.value.close());
        bench.settle();
        assertThat(closed.value.id()).isEqualTo(SessionId.of("s-1"));
        assertThat(Outcome.of(created.value.close()).value).isSameAs(closed.value);
    }

    @Test
    void oneThatNeverWasIsNotFound() {
        var outcome = Outcome.of(bench.sessions.get(SessionId.of("s-9")));
        bench.settle();
        assertThat(outcome.error).isInstanceOf(NotFoundException.class);
    }

    @Test
    void oneThatEndedIsNotFound() {
        create(REQUEST);
        bench.settle();
        Outcome.of(bench.sessions.deleteUnsaved(SessionId.of("s-1")));
        bench.settle();
        bench.wire.status.remove("s-1");
        var outcome = Outcome.of(bench.sessions.get(SessionId.of("s-1")));
        bench.settle();
        assertThat(outcome.error).isInstanceOf(NotFoundException.class);
    }

    @Test
    void listsByLabel() {
        create(REQUEST.label("fleet", "a"));
        create(REQUEST.label("fleet", "b"));
        bench.settle();
        var listed =
                Outcome.of(bench.sessions.list(SessionQuery.label("fleet", "b")).collectList());
        bench.settle();
        assertThat(listed.value)
                .singleElement()
                .satisfies(row -> assertThat(row.id()).isEqualTo(SessionId.of("s-2")));
    }

    @Test
    void replacingLabelsKeepsOurOwn() {
        var created = create(REQUEST.label("old", "1"));
        bench.settle();
        Outcome.of(created.value.control().replaceLabels(Map.of("new", "2")));
        bench.settle();
        assertThat(bench.wire.labels.get("s-1")).containsOnlyKeys("new", SessionRequest.ID_LABEL);
    }

    private Function<NewSession, Mono<SessionData>> lostAfter(int started) {
        return asked -> Mono.fromRunnable(() -> {
                    for (int i = 0; i < started; i++) {
                        bench.wire.start(asked);
                    }
                })
                .then(Mono.error(FakeSessionWire.lost("CreateMcpSession", true)));
    }
}
