package io.agentbay.reactive.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.MountOutcome;
import io.agentbay.reactive.common.SessionId;
import io.agentbay.reactive.error.ClosedException;
import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.SessionNotSavedException;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.session.CloseMode;
import io.agentbay.reactive.session.CloseReport;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.sync.Mount;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SessionCloseTests {

    private final Bench bench = new Bench();

    private Session open(Mount first, Mount... more) {
        var created = Outcome.of(bench.sessions.create(Bench.request(first, more)));
        bench.advance(Duration.ofSeconds(1));
        return created.value;
    }

    private Session written(Mount first, Mount... more) {
        var session = open(first, more);
        Outcome.of(Bench.write(session));
        bench.advance(Duration.ofSeconds(1));
        return session;
    }

    @Test
    void uploadsWhatMayHaveChangedAndNothingReadOnly() {
        var session = written(Bench.ON_DEMAND, Bench.MANAGED, Bench.READ_ONLY);
        var outcome = Outcome.of(session.close());
        bench.settle();
        assertThat(bench.syncs.uploads).containsExactly("s-1 /mnt/data", "s-1 /mnt/team");
        assertThat(outcome.value.saved()).isNotNull();
        assertThat(outcome.value.unsaved()).isEmpty();
        assertThat(outcome.value.elapsed()).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void uploadsNothingThatProvablyDidNotChange() {
        var session = written(Bench.ON_DEMAND);
        Outcome.of(session.sync().upload());
        bench.advance(Duration.ofSeconds(1));
        bench.syncs.uploads.clear();

        var outcome = Outcome.of(session.close());
        bench.settle();
        assertThat(bench.syncs.uploads).isEmpty();
        assertThat(outcome.value.saved()).isNull();
        assertThat(bench.wire.deleted).containsExactly("s-1");
    }

    @Test
    void refusesNewCallsAndWaitsForThoseInFlight() {
        var session = open(Bench.ON_DEMAND);
        bench.onTool =
                tool -> Mono.delay(Duration.ofSeconds(40), bench.time.timer()).thenReturn("late");
        var inFlight = Outcome.of(Bench.write(session));
        var closing = Outcome.of(session.close());
        bench.advance(Duration.ofSeconds(39));
        assertThat(bench.syncs.uploads).isEmpty();
        assertThat(Outcome.of(Bench.write(session)).error).isInstanceOf(ClosedException.class);
        assertThat(Outcome.of(session.sync().upload()).error).isInstanceOf(ClosedException.class);

        bench.advance(Duration.ofSeconds(5));
        assertThat(inFlight.value).isEqualTo("late");
        assertThat(closing.completed).isTrue();
        assertThat(bench.syncs.uploads).hasSize(1);
    }

    @Test
    void isSharedByAllWhoCloseAndTheSameAfterwards() {
        var session = written(Bench.ON_DEMAND);
        var first = Outcome.of(session.close());
        var second = Outcome.of(session.close());
        first.cancel();
        bench.settle();
        assertThat(second.value).isNotNull();
        assertThat(bench.wire.deleted).containsExactly("s-1");
        assertThat(Outcome.of(session.close()).value).isSameAs(second.value);
        assertThat(Outcome.of(Bench.write(session)).error).isInstanceOf(ClosedException.class);
    }

    @Test
    void neverEndsASessionBeforeItsDownloadsAreConfirmed() {
        bench.syncs.onReady =
                mount -> Mono.delay(Duration.ofMinutes(2), bench.time.timer()).then();
        var session = open(Bench.ON_DEMAND.readyLater());
        var outcome = Outcome.of(session.close());
        bench.advance(Duration.ofMinutes(1));
        assertThat(bench.wire.deleted).isEmpty();
        bench.advance(Duration.ofMinutes(2));
        assertThat(outcome.completed).isTrue();
    }

    @Test
    void aDownloadThatFailedKeepsTheSession() {
        bench.syncs.onReady = mount -> Mono.error(FakeSyncs.failed("quota"));
        var session = open(Bench.ON_DEMAND.readyLater());
        var outcome = Outcome.of(session.close());
        bench.advance(Duration.ofMinutes(1));
        assertThat(outcome.error).isInstanceOf(SessionNotSavedException.class).hasMessageContaining("quota");
        assertThat(bench.wire.deleted).isEmpty();
    }

    @Test
    void whatIsNotSavedLivesOnAndIsSavedByTheNextClose() {
        bench.syncs.onUpload = mounts -> Mono.error(FakeSyncs.failed("disk full"));
        var session = written(Bench.ON_DEMAND);
        var outcome = Outcome.of(session.close());
        bench.advance(Duration.ofMinutes(1));
        var error = (SessionNotSavedException) outcome.error;
        assertThat(error.session()).isEqualTo(SessionId.of("s-1"));
        assertThat(error.aliveUntil()).isAfter(bench.time.clock().instant().plus(Duration.ofMinutes(28)));
        assertThat(error.mounts()).singleElement().satisfies(mount -> {
            assertThat(mount.state()).isEqualTo(MountOutcome.State.UNCONFIRMED);
            assertThat(mount.reason()).isEqualTo("disk full");
        });
        assertThat(Outcome.of(Bench.write(session)).error).isNull();

        bench.syncs.onUpload = mounts -> Mono.empty();
        var again = Outcome.of(session.close());
        bench.settle();
        assertThat(again.value.saved()).isNotNull();
        assertThat(bench.sessions.owned()).isEmpty();
        assertThat(bench.background.active()).isZero();
    }

    @Test
    void whatEndedByItselfBeforeItWasSavedIsSaidToBeGone() {
        var session = written(Bench.ON_DEMAND);
        bench.wire.status.put("s-1", "FINISH");
        bench.syncs.onUpload = mounts -> Mono.error(FakeSyncs.failed("no session"));
        var outcome = Outcome.of(session.close());
        bench.advance(Duration.ofMinutes(1));
        assertThat(outcome.error).isInstanceOf(SessionNotSavedException.class).hasMessageContaining("ended before");
        assertThat(bench.sessions.owned()).isEmpty();
        assertThat(bench.background.active()).isZero();
    }

    @Test
    void whatEndedByItselfUnchangedIsClosed() {
        var session = open(Bench.MANAGED);
        bench.wire.status.remove("s-1");
        var outcome = Outcome.of(session.close());
        bench.settle();
        assertThat(outcome.completed).isTrue();
        assertThat(bench.sessions.owned()).isEmpty();
    }

    @Test
    void withoutSavingIsRefusedWhereTheServiceUploads() {
        var outcome = Outcome.of(written(Bench.ON_DEMAND).close(CloseMode.WITHOUT_SAVING));
        assertThat(outcome.error).isInstanceOf(InvalidRequestException.class);
        assertThat(bench.wire.deleted).isEmpty();
    }

    @Test
    void withoutSavingReportsWhatWasGivenUp() {
        var outcome = Outcome.of(written(Bench.MANAGED).close(CloseMode.WITHOUT_SAVING));
        bench.settle();
        assertThat(outcome.value.unsaved()).extracting(MountOutcome::path).containsExactly("/mnt/team");
        assertThat(bench.syncs.uploads).isEmpty();
        assertThat(bench.wire.deleted).containsExactly("s-1");
    }

    @Test
    void aLostDeleteIsRepeatedUntilTheSessionIsGone() {
        var session = open(Bench.ON_DEMAND);
        bench.wire.onDelete = id -> {
            bench.wire.onDelete = again -> Mono.fromRunnable(() -> bench.wire.status.put(again, "FINISH"));
            return Mono.error(FakeSessionWire.lost("DeleteSessionAsync", true));
        };
        var outcome = Outcome.of(session.close());
        bench.settle();
        assertThat(outcome.completed).isTrue();
        assertThat(bench.wire.count("delete")).isEqualTo(2);
    }

    /** Found by the simulation. */
    @Test
    void aDeleteThatDoesNotFindTheSessionIsNoProofOfItsEnd() {
        bench.wire.onDelete = id -> {
            bench.wire.status.put(id, "DELETING");
            return Mono.error(FakeSessionWire.missing(id));
        };
        var outcome = Outcome.of(open(Bench.ON_DEMAND).close());
        bench.advance(Duration.ofMinutes(1));
        assertThat(outcome.open()).isTrue();
        bench.wire.status.put("s-1", "FINISH");
        bench.settle();
        assertThat(outcome.completed).isTrue();
    }

    @Test
    void anEndThatIsNotConfirmedIsAnError() {
        bench.wire.afterDelete = "DELETING";
        var session = open(Bench.ON_DEMAND);
        var outcome = Outcome.of(session.close());
        bench.advance(Duration.ofMinutes(4));
        assertThat(outcome.open()).isTrue();
        bench.advance(Duration.ofMinutes(2));
        assertThat(outcome.error).isInstanceOf(DeadlineExceededException.class);
        assertThat(bench.sessions.owned()).hasSize(1);
    }

    @Test
    void aCancelledCloseGoesOnAndEndsWithAnEvent() {
        var session = written(Bench.ON_DEMAND);
        var outcome = Outcome.of(session.close().contextWrite(OperationEvent.listener(bench.events::add)));
        bench.advance(Duration.ofMillis(50));
        outcome.cancel();
        bench.settle();
        assertThat(bench.wire.deleted).containsExactly("s-1");
        assertThat(bench.events)
                .last()
                .isInstanceOfSatisfying(
                        OperationEvent.Completed.class,
                        done -> assertThat(done.report()).isInstanceOf(CloseReport.class));
    }

    /** Found by the simulation. */
    @Test
    void whoWantsItSavedIsNotToldSoByACloseThatDoesNotSave() {
        var session = written(Bench.MANAGED);
        var careless = Outcome.of(session.close(CloseMode.WITHOUT_SAVING));
        var careful = Outcome.of(session.close());
        bench.settle();
        assertThat(careless.completed).isTrue();
        assertThat(careful.error).isInstanceOf(SessionNotSavedException.class);
        assertThat(Outcome.of(session.close()).completed)
                .as("repeated later, it says what became of it")
                .isTrue();
    }

    @Test
    void aLongSaveKeepsTheSessionAlive() {
        bench.syncs.onUpload =
                mounts -> Mono.delay(Duration.ofHours(1), bench.time.timer()).then();
        Outcome.of(written(Bench.ON_DEMAND).close());
        bench.advance(Duration.ofMinutes(59));
        assertThat(bench.wire.count("keepAlive")).isEqualTo(5);
    }

    @Test
    void aRefreshThatNobodyAnswersIsMadeUpForByTheNextOne() {
        bench.syncs.onUpload =
                mounts -> Mono.delay(Duration.ofHours(1), bench.time.timer()).then();
        bench.wire.onKeepAlive = Mono::never;
        Outcome.of(written(Bench.ON_DEMAND).close());
        bench.advance(Duration.ofMinutes(31));
        assertThat(bench.wire.count("keepAlive")).isEqualTo(3);
    }

    @Test
    void deletingUnsavedUploadsNothingAndMayBeRepeated() {
        written(Bench.ON_DEMAND);
        var id = SessionId.of("s-1");
        var first = Outcome.of(bench.sessions.deleteUnsaved(id));
        bench.settle();
        bench.wire.status.remove("s-1");
        var second = Outcome.of(bench.sessions.deleteUnsaved(id));
        bench.settle();
        assertThat(first.completed).isTrue();
        assertThat(second.completed).isTrue();
        assertThat(bench.syncs.uploads).isEmpty();
        assertThat(bench.sessions.owned()).isEmpty();
    }

    @Test
    void deletingWhatNobodyEverSawIsAnError() {
        var outcome = Outcome.of(bench.sessions.deleteUnsaved(SessionId.of("s-9")));
        bench.settle();
        assertThat(outcome.error).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aDetachedSessionIsNoLongerOwned() {
        var session = written(Bench.ON_DEMAND);
        assertThat(session.detach()).isEqualTo(SessionId.of("s-1"));
        assertThat(bench.sessions.owned()).isEmpty();
        var shutdown = Outcome.of(bench.sessions.shutdown(Duration.ofMinutes(1)));
        bench.settle();
        assertThat(shutdown.completed).isTrue();
        assertThat(bench.wire.deleted).isEmpty();
    }
}
