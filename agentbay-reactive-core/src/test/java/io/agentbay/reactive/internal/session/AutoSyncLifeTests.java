package io.agentbay.reactive.internal.session;

import static io.agentbay.reactive.internal.session.AutoSyncBench.TEN_MINUTES;
import static io.agentbay.reactive.internal.session.AutoSyncBench.afterQuiet;
import static io.agentbay.reactive.internal.session.AutoSyncBench.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.SessionNotSavedException;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** When automatic syncs begin and end, and that nothing of them is left. */
class AutoSyncLifeTests {

    private static final int SESSIONS = 1_000;

    private final AutoSyncBench autos = new AutoSyncBench();

    @Test
    void aCloseIsTheLastUpload() {
        var session = autos.open(every(60));
        autos.write(session);
        autos.advance(30);
        var closed = Outcome.of(session.close());
        autos.advance(5);
        assertThat(closed.completed).isTrue();
        assertThat(autos.begun).hasSize(1);
        assertThat(autos.count("started")).isZero();
        assertThat(autos.atRest()).isTrue();
    }

    @Test
    void aCloseWaitsForTheUploadUnderWayAndNeedsNoOther() {
        autos.upload = autos.taking(100);
        var session = autos.open(afterQuiet(5));
        var write = Outcome.of(session.tools().call("write_file", Map.of()));
        autos.advance(10);
        assertThat(autos.inFlight).isEqualTo(1);
        autos.upload = Mono.empty();
        var closed = Outcome.of(session.close());
        autos.advance(50);
        assertThat(closed.open()).isTrue();
        autos.advance(60);
        assertThat(closed.completed).isTrue();
        assertThat(write.completed).isTrue();
        assertThat(autos.mostInFlight).isEqualTo(1);
    }

    @Test
    void whatARunProcessLeftBehindWroteSinceTheTimerIsUploadedAtTheClose() {
        var session = autos.open(every(60));
        autos.run(session);
        autos.advance(100);
        assertThat(autos.begun).as("by the timer").hasSize(1);
        Outcome.of(session.close());
        autos.advance(10);
        assertThat(autos.begun).hasSize(2);
    }

    @Test
    void aCloseThatFailedLetsItGoOn() {
        autos.upload = Mono.error(FakeSyncs.failed("disk full"));
        var session = autos.open(every(60));
        autos.write(session);
        autos.advance(1);
        var closed = Outcome.of(session.close());
        autos.advance(20);
        assertThat(closed.error).isInstanceOf(SessionNotSavedException.class);
        autos.upload = Mono.empty();
        autos.busy(session);
        autos.advance(160);
        assertThat(autos.count("completed")).isEqualTo(3);
    }

    @Test
    void aForgottenSessionIsLeftToItsIdleTimeout() {
        autos.upload = Mono.error(FakeSyncs.failed("disk full"));
        Outcome.of(autos.bench.sessions.use(
                Bench.request(every(60)).onError(Ending.SAVE),
                session -> Bench.write(session).then(Mono.error(new IllegalStateException("work")))));
        autos.bench.advance(Duration.ofMinutes(40));
        int tried = autos.begun.size();
        assertThat(tried).isBetween(3, 8);
        autos.bench.advance(Duration.ofHours(10));
        assertThat(autos.begun).hasSize(tried);
    }

    @Test
    void aDetachEndsItAtOnce() {
        autos.upload = autos.taking(100);
        var session = autos.open(afterQuiet(5));
        autos.write(session);
        autos.advance(10);
        assertThat(autos.inFlight).isEqualTo(1);
        assertThat(session.detach()).isEqualTo(session.id());
        assertThat(autos.inFlight).isZero();
        assertThat(autos.count("cancelled")).isEqualTo(1);
        autos.write(session);
        assertThat(autos.atRest()).isTrue();
        assertThat(autos.begun).hasSize(1);
    }

    @Test
    void aBorrowedHandleBeginsNone() {
        var session = autos.open(every(60));
        var id = session.detach();
        var again = Outcome.of(autos.bench.sessions.get(id));
        autos.advance(1);
        autos.busy(again.value);
        autos.bench.advance(TEN_MINUTES);
        assertThat(autos.begun).isEmpty();
    }

    @Test
    void aShutdownUploadsWhatIsLeftAndLeavesNothing() {
        var session = autos.open(every(60));
        autos.write(session);
        autos.advance(30);
        var down = Outcome.of(autos.bench.sessions.shutdown(Duration.ofMinutes(1)));
        autos.advance(30);
        assertThat(down.completed).isTrue();
        assertThat(autos.begun).hasSize(1);
        assertThat(autos.atRest()).isTrue();
    }

    @Test
    void aShutdownThatCannotSaveEndsItToo() {
        autos.upload = Mono.error(FakeSyncs.failed("disk full"));
        autos.write(autos.open(every(60)));
        autos.advance(10);
        var down = Outcome.of(autos.bench.sessions.shutdown(Duration.ofMinutes(1)));
        autos.advance(90);
        assertThat(down.error).isNotNull();
        assertThat(autos.atRest()).isTrue();
    }

    @Test
    void aCancelOfUseEndsItWithTheSession() {
        var events = new ArrayList<OperationEvent>();
        var used = Outcome.of(autos.bench
                .sessions
                .use(Bench.request(every(5)), session -> Bench.write(session).then(Mono.never()))
                .contextWrite(OperationEvent.listener(events::add)));
        autos.advance(8);
        assertThat(autos.begun).hasSize(1);
        used.cancel();
        assertThat(autos.atRest()).isTrue();
        assertThat(autos.bench.wire.deleted).containsExactly("s-1");
        assertThat(autos.begun).hasSize(2);
        assertThat(events).extracting(event -> event.operation().kind().name()).contains("AUTO_SYNC");
    }

    @Test
    void itRestsWhileTheSessionIsPaused() {
        var session = autos.open(every(60));
        autos.write(session);
        autos.advance(1);
        Outcome.of(session.control().pause());
        autos.bench.advance(TEN_MINUTES);
        assertThat(autos.begun).isEmpty();
        assertThat(autos.events.stream().filter(event -> event instanceof OperationEvent.Failed))
                .isEmpty();
        Outcome.of(session.control().resume());
        autos.advance(70);
        assertThat(autos.begun).hasSize(1);
    }

    @Test
    void aSessionThatIsGoneIsOneEventAndTheEnd() {
        var session = autos.open(every(60));
        autos.busy(session);
        autos.advance(30);
        autos.upload = Mono.error(
                new NotFoundException("gone", NotFoundException.Kind.SESSION, "s-1", 400, ErrorDetails.of("x")));
        autos.bench.wire.status.put("s-1", "FINISH");
        autos.bench.advance(TEN_MINUTES);
        assertThat(autos.begun).hasSize(1);
        assertThat(autos.count("failed")).isEqualTo(1);
        assertThat(autos.bench.sessions.owned()).isEmpty();
    }

    @Test
    void aThousandSessionsAreSpreadAndLeaveNothing() {
        var sessions = Outcome.of(Flux.range(0, SESSIONS)
                .flatMap(n -> autos.bench.sessions.create(Bench.request(every(60))), SESSIONS)
                .collectList());
        autos.advance(1);
        sessions.value.forEach(autos::write);
        autos.advance(61);
        var perSecond = autos.begun.stream().collect(Collectors.groupingBy(Duration::toSeconds, Collectors.counting()));
        assertThat(autos.begun).hasSize(SESSIONS);
        assertThat(perSecond.values()).allSatisfy(count -> assertThat(count).isLessThan(SESSIONS / 4));
        assertThat(perSecond).hasSizeBetween(6, 8);

        Outcome.of(Flux.fromIterable(sessions.value)
                .flatMap(Session::close, SESSIONS)
                .then());
        assertThat(autos.atRest()).isTrue();
        assertThat(autos.bench.sessions.owned()).isEmpty();
    }

    @Test
    void aCrowdOfStuckUploadsLeavesTheBackgroundToOthers() {
        autos.upload = Mono.never();
        var sessions = Outcome.of(Flux.range(0, SESSIONS)
                .flatMap(n -> autos.bench.sessions.create(Bench.request(every(60))), SESSIONS)
                .collectList());
        autos.advance(1);
        sessions.value.forEach(autos::write);
        autos.advance(120);
        assertThat(autos.inFlight).isEqualTo(256);
        assertThat(autos.bench.background.active()).isEqualTo(256);
        autos.upload = Mono.empty();
        assertThat(sessions.value).extracting(Session::detach).doesNotHaveDuplicates();
        assertThat(autos.atRest()).isTrue();
        assertThat(autos.inFlight).isZero();
    }
}
