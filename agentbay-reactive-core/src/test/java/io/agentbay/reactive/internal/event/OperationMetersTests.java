package io.agentbay.reactive.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.event.Operation.Kind;
import io.agentbay.reactive.event.Progress.Phase;
import io.agentbay.reactive.internal.event.Operations.Spec;
import io.agentbay.reactive.observability.ClientMeter;
import io.agentbay.reactive.observability.ClientMeters;
import io.agentbay.reactive.observability.Movement;
import io.agentbay.reactive.stub.VirtualRuntime;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.search.RequiredSearch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What events tell one by one, added up. */
class OperationMetersTests {

    private final VirtualRuntime runtime = new VirtualRuntime();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DefaultOperations operations = new DefaultOperations(
            runtime, ClientMeters.of(registry, runtime::nanos).operations(), null);

    private <T> Mono<T> run(String session, Function<ProgressSink, Mono<T>> work) {
        return operations.run(new Spec(Kind.UPLOAD, session, "ctx-" + session, "/mnt/data"), value -> null, work);
    }

    private RequiredSearch of(ClientMeter meter) {
        return registry.get(meter.getName()).tag("kind", "upload");
    }

    @Test
    void anOperationAndEachOfItsPhasesAreTimed() {
        StepVerifier.create(run("s", sink -> {
                    sink.update(now -> now.withPhase(Phase.QUEUED));
                    return Mono.delay(Duration.ofSeconds(3), runtime.timer()).then(Mono.defer(() -> {
                        sink.update(now -> now.withPhase(Phase.TRANSFERRING));
                        return Mono.delay(Duration.ofSeconds(4), runtime.timer());
                    }));
                }))
                .then(() -> assertThat(of(ClientMeter.ACTIVE).gauge().value()).isEqualTo(1))
                .then(() -> runtime.advance(Duration.ofSeconds(7)))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(seconds(of(ClientMeter.OPERATIONS).tag("outcome", "success").timer()))
                .isEqualTo(7);
        assertThat(seconds(of(ClientMeter.PHASES).tag("phase", "queued").timer()))
                .isEqualTo(3);
        assertThat(seconds(of(ClientMeter.PHASES).tag("phase", "transferring").timer()))
                .isEqualTo(4);
        assertThat(of(ClientMeter.ACTIVE).gauge().value()).isZero();
    }

    private static double seconds(Timer timer) {
        return timer.totalTime(TimeUnit.SECONDS);
    }

    @Test
    void durationsFallIntoBucketsOfObjectives() {
        run("s", sink -> Mono.just(1)).block();
        assertThat(of(ClientMeter.OPERATIONS).timer().takeSnapshot().histogramCounts())
                .hasSize(ClientMeter.OPERATIONS.objectives().length)
                .allSatisfy(bucket -> assertThat(bucket.count()).isEqualTo(1));
    }

    @Test
    void everyWayToEndIsCountedOnceAndLeavesNothingActive() {
        StepVerifier.create(run("s", sink -> Mono.error(new IllegalStateException("boom"))))
                .verifyErrorMessage("boom");
        StepVerifier.create(run("s", sink -> Mono.never())).thenCancel().verify();
        run("s", sink -> Mono.just(1)).block();
        assertThat(of(ClientMeter.OPERATIONS).timers())
                .hasSize(3)
                .allSatisfy(timer -> assertThat(timer.count()).isEqualTo(1))
                .extracting(timer -> timer.getId().getTag("outcome"))
                .containsExactlyInAnyOrder("other", "cancelled", "success");
        assertThat(of(ClientMeter.ACTIVE).gauge().value()).isZero();
    }

    @Test
    void whatMovedIsCountedByWayAndOriginAndWhatIsUnknownIsNot() {
        run("s", sink -> {
                    sink.moved(Movement.UPLOAD, Figure.observed(3), Figure.observed(500));
                    sink.moved(Movement.UPLOAD, null, Figure.estimated(70));
                    return Mono.just(1);
                })
                .block();
        assertThat(registry.get("agentbay.bytes")
                        .tags("direction", "upload", "origin", "observed")
                        .counter()
                        .count())
                .isEqualTo(500);
        assertThat(registry.get("agentbay.bytes")
                        .tags("direction", "upload", "origin", "estimated")
                        .counter()
                        .count())
                .isEqualTo(70);
        assertThat(registry.get("agentbay.files").counters()).hasSize(1);
    }

    @Test
    void damageIsCountedApartFromOtherFailures() {
        var damage = new Failure(VerificationFailedException.class.getSimpleName(), "missing: a", null, null, false);
        run("s", sink -> {
                    sink.itemFailed("a", damage);
                    sink.itemFailed("b", new Failure("LocalFileException", "no", null, null, false));
                    return Mono.just(1);
                })
                .block();
        assertThat(of(ClientMeter.ITEMS_FAILED).counter().count()).isEqualTo(2);
        assertThat(of(ClientMeter.DAMAGE).counter().count()).isEqualTo(1);
    }

    @Test
    void aThousandSessionsHaveNoMoreMetersThanOne() {
        use(1);
        int one = registry.getMeters().size();
        use(1_000);
        assertThat(registry.getMeters()).hasSize(one);
        assertThat(of(ClientMeter.OPERATIONS).timer().count()).isEqualTo(1_001);
    }

    private void use(int sessions) {
        Flux.range(0, sessions)
                .concatMap(n -> run("session-" + n, sink -> {
                    sink.update(now -> now.withPhase(Phase.TRANSFERRING).withCurrent("file-" + n));
                    sink.moved(Movement.UPLOAD, Figure.measured(n), Figure.measured(n));
                    return Mono.just(n);
                }))
                .blockLast();
    }
}
