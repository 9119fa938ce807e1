package io.agentbay.reactive.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.error.ConflictException;
import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.internal.wire.SessionWire;
import io.agentbay.reactive.internal.wire.SessionWire.SessionData;
import io.agentbay.reactive.stub.VirtualRuntime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PausingTests {

    private final VirtualRuntime time = new VirtualRuntime();
    private final Deque<String> states = new ArrayDeque<>();
    private int requests;
    private int looks;
    private Mono<Void> answer = Mono.empty();
    private final Pausing pausing = new Pausing(
            Bench.stub(
                    SessionWire.class,
                    Map.of("get", () -> Mono.fromSupplier(this::look), "pause", this::ask, "resume", this::ask)),
            time.timer(),
            "s-1");

    private SessionData look() {
        looks++;
        var state = states.size() > 1 ? states.poll() : states.element();
        return new SessionData("s-1", state, null, null, null, null, Map.of(), List.of());
    }

    private Mono<Void> ask() {
        return Mono.defer(() -> {
            requests++;
            return answer;
        });
    }

    private StepVerifier.FirstStep<Void> run(Mono<Void> work, String... seen) {
        states.addAll(List.of(seen));
        return StepVerifier.create(work);
    }

    @Test
    void aPauseIsOverWhenTheServiceSaysPaused() {
        run(pausing.pause(), "RUNNING", "PAUSING", "PAUSING", "PAUSED")
                .then(() -> time.advance(Duration.ofMillis(3_999)))
                .then(() -> assertThat(looks).isEqualTo(3))
                .then(() -> time.advance(Duration.ofMillis(1)))
                .verifyComplete();
        assertThat(requests).isEqualTo(1);
    }

    @Test
    void whatIsPausedOrAboutToBeIsNotAskedAgain() {
        run(pausing.pause(), "PAUSED").verifyComplete();
        states.clear();
        run(pausing.pause(), "PAUSING", "PAUSED")
                .then(() -> time.advance(Duration.ofSeconds(2)))
                .verifyComplete();
        assertThat(requests).isZero();
    }

    @Test
    void anOldStateShownALittleLongerIsNoFailure() {
        run(pausing.resume(), "PAUSED", "PAUSED", "PAUSED", "RESUMING", "RUNNING")
                .then(() -> time.advance(Duration.ofSeconds(10)))
                .verifyComplete();
    }

    @Test
    void aSessionThatStaysAsItWasIsAConflict() {
        run(pausing.pause(), "RUNNING")
                .then(() -> time.advance(Duration.ofMinutes(1)))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ConflictException.class)
                        .hasMessageContaining("RUNNING instead of PAUSED"));
    }

    @Test
    void anEndingSessionIsAConflictAtOnce() {
        run(pausing.pause(), "RUNNING", "DELETING").verifyError(ConflictException.class);
    }

    @Test
    void theOppositeChangeIsWaitedFor() {
        run(pausing.pause(), "RESUMING", "RESUMING", "RUNNING", "PAUSED")
                .then(() -> time.advance(Duration.ofSeconds(3)))
                .then(() -> assertThat(requests).isZero())
                .then(() -> time.advance(Duration.ofSeconds(10)))
                .verifyComplete();
        assertThat(requests).isEqualTo(1);
    }

    @Test
    void aRefusalBecauseItIsUnderWayIsNone() {
        answer = Mono.error(new InvalidRequestException(
                "Resource [McpSession] is PAUSING.", 400, ErrorDetails.of("PauseSessionAsync")));
        run(pausing.pause(), "RUNNING", "PAUSING", "PAUSED")
                .then(() -> time.advance(Duration.ofSeconds(4)))
                .verifyComplete();
    }

    @Test
    void anyOtherRefusalIsTheError() {
        answer = Mono.error(new InvalidRequestException("no", 400, ErrorDetails.of("PauseSessionAsync")));
        run(pausing.pause(), "RUNNING").verifyError(InvalidRequestException.class);
    }

    @Test
    void aPauseThatTakesTenMinutesIsGivenUp() {
        run(pausing.pause(), "RUNNING", "PAUSING")
                .then(() -> time.advance(Duration.ofMinutes(10)))
                .verifyErrorSatisfies(error -> assertThat(((DeadlineExceededException) error).mayHaveHappened())
                        .isTrue());
    }

    @Test
    void aCancelStopsAsking() {
        states.addAll(List.of("PAUSING"));
        var pause = pausing.pause().subscribe();
        time.advance(Duration.ofSeconds(5));
        pause.dispose();
        var before = looks;
        time.advance(Duration.ofMinutes(5));
        assertThat(looks).isEqualTo(before);
    }
}
