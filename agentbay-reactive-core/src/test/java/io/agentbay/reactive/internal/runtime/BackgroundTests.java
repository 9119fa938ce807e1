package io.agentbay.reactive.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;

class BackgroundTests {

    private final DefaultBackground background = new DefaultBackground();

    @Test
    void idleWaitsForEveryPieceOfWork() {
        Sinks.Empty<Void> one = Sinks.empty();
        Sinks.Empty<Void> two = Sinks.empty();
        background.run("one", one.asMono());
        background.run("two", two.asMono());
        StepVerifier.create(background.idle())
                .then(one::tryEmitEmpty)
                .then(() -> assertThat(background.active()).isEqualTo(1))
                .then(() -> two.tryEmitError(new IllegalStateException("logged, not thrown")))
                .verifyComplete();
        StepVerifier.create(background.idle()).verifyComplete();
    }

    @Test
    void moreWorkThanFitsAtOnceWaitsAndStillRuns() {
        Sinks.Empty<Void> gate = Sinks.empty();
        var started = new AtomicInteger();
        for (int n = 0; n < 3_000; n++) {
            background.run("work", Mono.defer(() -> {
                started.incrementAndGet();
                return gate.asMono();
            }));
        }
        assertThat(started).hasValue(1_024);
        assertThat(background.active()).isEqualTo(3_000);
        gate.tryEmitEmpty();
        assertThat(started).hasValue(3_000);
        assertThat(background.active()).isZero();
    }

    @Test
    void stopCancelsAndRefuses() {
        var running = PublisherProbe.of(Mono.never());
        var late = PublisherProbe.empty();
        background.run("running", running.mono());
        background.stop();
        running.assertWasCancelled();
        background.run("late", late.mono());
        late.assertWasNotSubscribed();
        StepVerifier.create(background.idle()).verifyComplete();
    }
}
