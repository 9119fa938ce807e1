package io.agentbay.reactive.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.pipeline.ApiCall;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ObservabilityTests {

    private final TestObservationRegistry observations = TestObservationRegistry.create();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong time = new AtomicLong();
    private final CallMeters meters = CallMeters.of(registry, time::get);

    @Test
    void aCallIsOneObservationThatEndsHoweverTheCallEnds() {
        var stopped = new AtomicInteger();
        observations.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public void onStop(Observation.Context context) {
                stopped.incrementAndGet();
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        var observed = CallObservation.of(observations);
        observed.around(call("GetContext", 1), Mono.empty()).block();
        observed.around(call("GetContext", 1), Mono.error(new IllegalStateException("no")))
                .onErrorComplete()
                .block();
        observed.around(call("GetContext", 1), Mono.never()).subscribe().dispose();
        TestObservationRegistryAssert.assertThat(observations)
                .hasNumberOfObservationsWithNameEqualTo(CallObservation.NAME, 3)
                .forAllObservationsWithNameEqualTo(
                        CallObservation.NAME, one -> one.hasLowCardinalityKeyValue("action", "GetContext"));
        assertThat(stopped).hasValue(3);
    }

    @Test
    void timeIsTakenFromSubscriptionToEnd() {
        var timed = meters.timed(call("GetContext", 1), Mono.fromRunnable(() -> time.addAndGet(5_000_000)));
        time.set(1_000_000_000);
        timed.block();
        assertThat(registry.get(CallMeters.CALLS)
                        .tag("outcome", "success")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(5);
    }

    @Test
    void theNumberOfMetersDoesNotGrowWithUse() {
        for (int n = 1; n <= 1_000; n++) {
            meters.attempt(call("GetContext", 1 + n % 2));
            meters.timed(call("GetContext", 1), Mono.empty()).block();
        }
        assertThat(registry.getMeters()).hasSize(4);
        assertThat(registry.get(CallMeters.RETRIES).counter().count()).isEqualTo(500);
    }

    private static ApiCall<Object> call(String action, int attempt) {
        return new ApiCall<>() {
            @Override
            public String action() {
                return action;
            }

            @Override
            public Idempotency idempotency() {
                return Idempotency.READ;
            }

            @Override
            public int attempt() {
                return attempt;
            }
        };
    }
}
