package io.agentbay.reactive.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.session.SessionRequest;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A cancel at every step leaves as many sessions deleted as were created. */
class SessionCancelTests {

    private static final SessionRequest REQUEST = Bench.request(Bench.ON_DEMAND, Bench.MANAGED);
    private static final int STEP_MILLIS = 25;
    private static final int STEPS = 60;

    @Test
    void ofUse() {
        everywhere(bench -> bench.sessions.use(REQUEST, Bench::write));
    }

    @Test
    void ofUseThatFails() {
        everywhere(bench -> bench.sessions.use(
                REQUEST, session -> Bench.write(session).then(Mono.error(new IllegalStateException("work")))));
    }

    @Test
    void ofUseMany() {
        everywhere(bench -> bench.sessions
                .useMany(REQUEST, session -> Bench.write(session).thenMany(Flux.range(1, 3)))
                .then());
    }

    @Test
    void ofCreateThatNobodyGets() {
        everywhere(bench -> bench.sessions.create(REQUEST).flatMap(session -> session.close()));
    }

    @Test
    void ofUseWhoseCreateAnswerIsLost() {
        everywhere(bench -> {
            bench.wire.onCreate = asked -> Mono.fromRunnable(() -> bench.wire.start(asked))
                    .then(Mono.error(FakeSessionWire.lost("CreateMcpSession", true)));
            return bench.sessions.use(REQUEST, Bench::write);
        });
    }

    private static void everywhere(Function<Bench, Mono<?>> work) {
        for (int step = 0; step < STEPS; step++) {
            var bench = new Bench();
            var outcome = Outcome.of(work.apply(bench));
            bench.advance(Duration.ofMillis((long) step * STEP_MILLIS));
            outcome.cancel();
            bench.settle();
            assertThat(bench.wire.deleted)
                    .as("cancelled after %d ms", step * STEP_MILLIS)
                    .containsExactlyElementsOf(bench.wire.sessions.keySet());
            assertThat(bench.sessions.owned()).isEmpty();
            assertThat(bench.background.active()).isZero();
        }
    }
}
