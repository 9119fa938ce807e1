package io.agentbay.reactive.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.config.CallOptions;
import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.SessionNotSavedException;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionRequest.Ending;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SessionUseTests {

    private static final SessionRequest REQUEST = Bench.request(Bench.ON_DEMAND);

    private final Bench bench = new Bench();

    @Test
    void theValueComesAfterTheConfirmedClose() {
        bench.wire.afterDelete = "DELETING";
        var outcome = Outcome.of(bench.sessions.use(REQUEST, Bench::write));
        bench.advance(Duration.ofSeconds(30));
        assertThat(outcome.value).isNull();
        assertThat(bench.syncs.uploads).containsExactly("s-1 /mnt/data");

        bench.wire.status.put("s-1", "FINISH");
        bench.advance(Duration.ofSeconds(2));
        assertThat(outcome.value).isEqualTo("done");
        assertThat(bench.sessions.owned()).isEmpty();
        assertThat(bench.background.active()).isZero();
    }

    @Test
    void workWithoutAValueCompletes() {
        var outcome = Outcome.of(bench.sessions.use(REQUEST, session -> Mono.<String>empty()));
        bench.settle();
        assertThat(outcome.completed).isTrue();
        assertThat(bench.syncs.uploads).as("nothing was changed").isEmpty();
        assertThat(bench.wire.deleted).containsExactly("s-1");
    }

    @Test
    void anErrorOfTheWorkStaysTheErrorAndTheSessionIsSaved() {
        var broken = new IllegalStateException("work");
        var outcome = Outcome.of(
                bench.sessions.use(REQUEST, session -> Bench.write(session).then(Mono.error(broken))));
        bench.settle();
        assertThat(outcome.error).isSameAs(broken);
        assertThat(bench.syncs.uploads).hasSize(1);
        assertThat(bench.wire.deleted).containsExactly("s-1");
    }

    @Test
    void aFunctionThatThrowsIsAnErrorOfTheWork() {
        var outcome = Outcome.of(bench.sessions.use(REQUEST, session -> {
            throw new IllegalStateException("thrown");
        }));
        bench.settle();
        assertThat(outcome.error).hasMessage("thrown");
        assertThat(bench.wire.deleted).containsExactly("s-1");
    }

    @Test
    void anErrorOfTheCloseIsSuppressedOntoTheWorks() {
        bench.syncs.onUpload = mounts -> Mono.error(FakeSyncs.failed("disk full"));
        var broken = new IllegalStateException("work");
        var outcome = Outcome.of(
                bench.sessions.use(REQUEST, session -> Bench.write(session).then(Mono.error(broken))));
        bench.advance(Duration.ofMinutes(1));
        assertThat(outcome.error).isSameAs(broken);
        assertThat(broken.getSuppressed()).singleElement().isInstanceOf(SessionNotSavedException.class);
        assertThat(bench.sessions.owned()).hasSize(1);
    }

    @Test
    void anErrorOfTheCloseAfterSuccessIsTheError() {
        bench.syncs.onUpload = mounts -> Mono.error(FakeSyncs.failed("disk full"));
        var outcome = Outcome.of(bench.sessions.use(REQUEST, Bench::write));
        bench.advance(Duration.ofMinutes(1));
        assertThat(outcome.value).isNull();
        assertThat(outcome.error).isInstanceOf(SessionNotSavedException.class).hasMessageContaining("disk full");
        assertThat(bench.wire.deleted).isEmpty();
        assertThat(bench.sessions.owned()).singleElement().satisfies(owned -> {
            assertThat(owned.unsavedMounts()).containsExactly("/mnt/data");
            assertThat(owned.lastFailure()).isNotNull();
        });
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void anEndingAfterAnError(Ending ending) {
        var request = Bench.request(Bench.MANAGED).onError(ending);
        var outcome = Outcome.of(bench.sessions.use(
                request, session -> Bench.write(session).then(Mono.error(new IllegalStateException("work")))));
        bench.advance(Duration.ofMinutes(1));
        assertEnded(ending);
        assertThat(outcome.error).hasMessage("work").hasNoSuppressedExceptions();
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void anEndingAfterACancel(Ending ending) {
        var request = Bench.request(Bench.MANAGED).onCancel(ending);
        var outcome = Outcome.of(
                bench.sessions.use(request, session -> Bench.write(session).then(Mono.never())));
        bench.advance(Duration.ofMinutes(1));
        outcome.cancel();
        bench.advance(Duration.ofMinutes(1));
        assertEnded(ending);
    }

    private void assertEnded(Ending ending) {
        assertThat(bench.wire.deleted).hasSize(ending == Ending.KEEP_ALIVE ? 0 : 1);
        assertThat(bench.syncs.uploads).hasSize(ending == Ending.SAVE ? 1 : 0);
        assertThat(bench.sessions.owned()).hasSize(ending == Ending.KEEP_ALIVE ? 1 : 0);
    }

    @Test
    void aKeptSessionIsRefreshedUntilItsTimeIsOver() {
        var request = Bench.request(Bench.MANAGED).onError(Ending.KEEP_ALIVE).keepFor(Duration.ofHours(1));
        Outcome.of(bench.sessions.use(request, session -> Mono.error(new IllegalStateException("work"))));
        bench.advance(Duration.ofMinutes(59));
        long refreshed = bench.wire.count("keepAlive");
        assertThat(refreshed).isBetween(4L, 7L);

        bench.advance(Duration.ofHours(3));
        assertThat(bench.wire.count("keepAlive")).isLessThanOrEqualTo(refreshed + 1);
        assertThat(bench.background.active()).isZero();
    }

    @Test
    void aRefreshThatNobodyAnswersDoesNotLetAKeptSessionEnd() {
        var request = Bench.request(Bench.MANAGED).onError(Ending.KEEP_ALIVE).keepFor(Duration.ofHours(1));
        bench.wire.onKeepAlive = Mono::never;
        Outcome.of(bench.sessions.use(request, session -> Mono.error(new IllegalStateException("work"))));
        bench.advance(Duration.ofMinutes(29));
        assertThat(bench.wire.count("keepAlive")).as("within an idle time").isEqualTo(2);
    }

    @Test
    void longWorkKeepsItsSessionAlive() {
        Outcome.of(bench.sessions.use(REQUEST, session -> Mono.delay(Duration.ofHours(2), bench.time.timer())));
        bench.advance(Duration.ofHours(1));
        assertThat(bench.wire.count("keepAlive")).isBetween(5L, 6L);
        bench.advance(Duration.ofHours(2));
        long atTheEnd = bench.wire.count("keepAlive");
        bench.advance(Duration.ofHours(2));
        assertThat(bench.wire.count("keepAlive")).isEqualTo(atTheEnd);
    }

    @Test
    void manyValuesComeAtOnceAndCompletionAfterTheClose() {
        var seen = new ArrayList<Integer>();
        var outcome = Outcome.of(bench.sessions
                .useMany(REQUEST, session -> Bench.write(session).thenMany(Flux.range(1, 300)))
                .doOnNext(seen::add)
                .then());
        bench.advance(Duration.ofMillis(301));
        assertThat(seen).hasSize(300);
        assertThat(outcome.open()).isTrue();
        bench.settle();
        assertThat(outcome.completed).isTrue();
        assertThat(bench.wire.deleted).containsExactly("s-1");
    }

    @Test
    void aConsumerThatHasEnoughEndsTheSession() {
        var outcome = Outcome.of(bench.sessions
                .useMany(REQUEST, session -> Flux.range(1, 300))
                .take(2)
                .then());
        bench.settle();
        assertThat(outcome.completed).isTrue();
        assertThat(bench.wire.deleted).containsExactly("s-1");
        assertThat(bench.background.active()).isZero();
    }

    @Test
    void aDeadlineEndsTheWaitingAndTheCloseGoesOn() {
        bench.onTool = tool -> Mono.error(FakeSessionWire.lost("write_file", true));
        bench.wire.afterDelete = "DELETING";
        var outcome = Outcome.of(bench.sessions
                .use(REQUEST, session -> Mono.just("done"))
                .contextWrite(CallOptions.deadline(Duration.ofSeconds(10))));
        bench.advance(Duration.ofSeconds(11));
        assertThat(outcome.error).isInstanceOf(DeadlineExceededException.class);
        bench.wire.status.put("s-1", "FINISH");
        bench.advance(Duration.ofSeconds(2));
        assertThat(bench.sessions.owned()).isEmpty();
        assertThat(bench.background.active()).isZero();
    }

    @Test
    void aRequestThatMakesNoSenseIsRefusedWithoutACall() {
        var request = Bench.request(Bench.ON_DEMAND).onError(Ending.DISCARD);
        var outcome = Outcome.of(bench.sessions.use(request, Bench::write));
        assertThat(outcome.error).isInstanceOf(InvalidRequestException.class).hasMessageContaining("onError");
        assertThat(bench.wire.calls).isEmpty();
    }
}
