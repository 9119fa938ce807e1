package io.agentbay.reactive.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.SessionId;
import io.agentbay.reactive.error.ClosedException;
import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.SessionNotSavedException;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SessionShutdownTests {

    private static final SessionRequest REQUEST = Bench.request(Bench.ON_DEMAND);
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Bench bench = new Bench();

    private void open(int count) {
        for (int i = 0; i < count; i++) {
            Outcome.of(bench.sessions.create(REQUEST).flatMap(Bench::write));
        }
        bench.advance(Duration.ofSeconds(1));
    }

    @Test
    void savesAndClosesWhatIsOwned() {
        open(3);
        var outcome = Outcome.of(bench.sessions.shutdown(GRACE));
        bench.settle();
        assertThat(outcome.completed).isTrue();
        assertThat(bench.syncs.uploads).hasSize(3);
        assertThat(bench.wire.deleted).hasSize(3);
    }

    @Test
    void completesAtOnceWithNothingToDo() {
        assertThat(Outcome.of(bench.sessions.shutdown(Duration.ZERO)).open()).isFalse();
        bench.advance(Duration.ofSeconds(1));
        assertThat(bench.wire.calls).isEmpty();
    }

    @Test
    void severalUnsavedAreTheFirstErrorWithTheOthersSuppressed() {
        bench.syncs.onUpload = mounts -> Mono.error(FakeSyncs.failed("disk full"));
        open(3);
        var outcome = Outcome.of(bench.sessions.shutdown(GRACE));
        bench.settle();
        assertThat(outcome.error).isInstanceOf(SessionNotSavedException.class);
        assertThat(outcome.error.getSuppressed()).hasSize(2).allMatch(SessionNotSavedException.class::isInstance);
        assertThat(bench.syncs.uploads).as("each tried once").hasSize(3);
        assertThat(bench.sessions.owned()).hasSize(3);
        assertThat(bench.background.active()).isZero();
    }

    @Test
    void anUnsavedOneIsAliveAsLongAsTheServiceLetsItAndNoLonger() {
        var idle = Duration.ofMinutes(10);
        bench.syncs.onUpload = mounts -> Mono.error(FakeSyncs.failed("disk full"));
        Outcome.of(bench.sessions
                .create(REQUEST.idleTimeout(idle).keepFor(Duration.ofHours(5)))
                .flatMap(Bench::write));
        bench.advance(Duration.ofSeconds(1));
        var outcome = Outcome.of(bench.sessions.shutdown(GRACE));
        bench.advance(Duration.ofSeconds(10));
        assertThat(outcome.error)
                .isInstanceOf(SessionNotSavedException.class)
                .hasMessageContaining("the service ends it after its idle timeout");
        var now = bench.time.clock().instant();
        var until = ((SessionNotSavedException) outcome.error).aliveUntil();
        assertThat(until).isBetween(now.plus(idle).minusSeconds(12), now.plus(idle));
        assertThat(bench.sessions.owned().get(0).aliveUntil()).isEqualTo(until);
    }

    @Test
    void waitsForCreatesAndClosingsUnderWay() {
        bench.syncs.onReady =
                mount -> Mono.delay(Duration.ofSeconds(20), bench.time.timer()).then();
        var cancelled = Outcome.of(bench.sessions.create(REQUEST));
        bench.advance(Duration.ofMillis(20));
        cancelled.cancel();
        var outcome = Outcome.of(bench.sessions.shutdown(GRACE));
        bench.advance(Duration.ofSeconds(19));
        assertThat(outcome.open()).isTrue();
        bench.advance(Duration.ofSeconds(30));
        assertThat(outcome.completed).isTrue();
        assertThat(bench.wire.deleted).containsExactly("s-1");
    }

    @Test
    void closesWhatACreateUnderWayStillHandsOut() {
        var created = Outcome.of(bench.sessions.create(REQUEST));
        bench.advance(Duration.ofMillis(20));
        var outcome = Outcome.of(bench.sessions.shutdown(GRACE));
        bench.settle();
        assertThat(created.value).isNotNull();
        assertThat(outcome.completed).isTrue();
        assertThat(bench.wire.deleted).containsExactly("s-1");
    }

    @Test
    void waitsForTheCloseOfASessionThatItOnlyFound() {
        bench.wire.status.put("s-9", "RUNNING");
        bench.wire.onDelete = id -> Mono.delay(Duration.ofSeconds(20), bench.time.timer())
                .then(Mono.fromRunnable(() -> bench.wire.status.put(id, "FINISH")));
        var closing = Outcome.of(bench.sessions.get(SessionId.of("s-9")).flatMap(Session::close));
        bench.advance(Duration.ofSeconds(5));
        var outcome = Outcome.of(bench.sessions.shutdown(GRACE));
        bench.advance(Duration.ofSeconds(10));
        assertThat(closing.open()).isTrue();
        assertThat(outcome.open()).isTrue();
        bench.settle();
        assertThat(closing.completed).isTrue();
        assertThat(outcome.completed).isTrue();
    }

    @Test
    void refusesNewSessions() {
        Outcome.of(bench.sessions.shutdown(GRACE));
        assertThat(Outcome.of(bench.sessions.create(REQUEST)).error).isInstanceOf(ClosedException.class);
    }

    @Test
    void givesUpAfterItsGrace() {
        bench.syncs.onUpload = mounts -> Mono.never();
        open(2);
        var outcome = Outcome.of(bench.sessions.shutdown(GRACE));
        bench.advance(Duration.ofSeconds(59));
        assertThat(outcome.open()).isTrue();
        bench.advance(Duration.ofSeconds(2));
        assertThat(outcome.error)
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("2 of its sessions");
    }

    @Test
    void namesTheBackgroundWorkItWaitedFor() {
        bench.background.run("Removing a staged copy", Mono.never());
        var outcome = Outcome.of(bench.sessions.shutdown(GRACE));
        bench.advance(GRACE.plusSeconds(1));
        assertThat(outcome.error)
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("1 pieces of background work had not ended (Removing a staged copy)")
                .hasMessageNotContaining("sessions were not closed");
    }

    @Test
    void aCreateThatIsNotAnsweredIsNoSuccess() {
        bench.wire.onCreate = asked -> Mono.never();
        Outcome.of(bench.sessions.create(REQUEST));
        var outcome = Outcome.of(bench.sessions.shutdown(GRACE));
        bench.advance(GRACE.plusSeconds(1));
        assertThat(outcome.error)
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("while 1 creates were under way;");
    }
}
