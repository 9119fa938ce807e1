package io.agentbay.reactive.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.error.ClosedException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.pipeline.ApiCall;
import io.micrometer.core.instrument.Counter;
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
    private final ClientMeters client = ClientMeters.of(registry, time::get);
    private final CallMeters meters = client.calls();

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
        var observed = ClientObservations.of(observations);
        observed.around(call("GetContext", 1), Mono.empty()).block();
        observed.around(call("GetContext", 1), Mono.error(new IllegalStateException("no")))
                .onErrorComplete()
                .block();
        observed.around(call("GetContext", 1), Mono.never()).subscribe().dispose();
        TestObservationRegistryAssert.assertThat(observations)
                .hasNumberOfObservationsWithNameEqualTo(ClientObservation.CALL.getName(), 3)
                .forAllObservationsWithNameEqualTo(
                        ClientObservation.CALL.getName(), one -> one.hasLowCardinalityKeyValue("action", "GetContext"));
        assertThat(stopped).hasValue(3);
    }

    @Test
    void timeIsTakenFromSubscriptionToEnd() {
        var timed = meters.timed(call("GetContext", 1), Mono.fromRunnable(() -> time.addAndGet(5_000_000)));
        time.set(1_000_000_000);
        timed.block();
        assertThat(registry.get(ClientMeter.CALLS.getName())
                        .tag("outcome", "success")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(5);
    }

    @Test
    void theNumberOfMetersDoesNotGrowWithUse() {
        use(1);
        int before = registry.getMeters().size();
        use(1_000);
        assertThat(registry.getMeters()).hasSize(before);
        assertThat(registry.get(ClientMeter.RETRIES.getName()).counter().count())
                .isEqualTo(501);
    }

    private void use(int times) {
        for (int n = 1; n <= times; n++) {
            meters.attempt(call("GetContext", 1 + n % 2));
            meters.timed(call("GetContext", 1), Mono.empty()).block();
        }
    }

    @Test
    void namesOfToolsDoNotGrowWithoutBound() {
        for (int n = 0; n < 1_000; n++) {
            meters.attempt(call("link:tool-" + n, 1));
        }
        var counters = registry.get(ClientMeter.ATTEMPTS.getName()).counters();
        assertThat(counters).hasSize(129);
        assertThat(counters.stream().mapToDouble(Counter::count).sum()).isEqualTo(1_000);
        assertThat(registry.get(ClientMeter.ATTEMPTS.getName())
                        .tag("action", "other")
                        .counter()
                        .count())
                .isEqualTo(872);
    }

    @Test
    void howACallEndsIsOneOfFewWords() {
        meters.timed(call("GetContext", 1), Mono.error(new IllegalStateException("no")))
                .onErrorComplete()
                .block();
        meters.timed(call("GetContext", 1), Mono.never()).subscribe().dispose();
        meters.timed(call("GetContext", 1), Mono.error(new ClosedException("closed", ErrorDetails.of("GetContext"))))
                .onErrorComplete()
                .block();
        assertThat(registry.get(ClientMeter.CALLS.getName()).timers())
                .extracting(timer -> timer.getId().getTag("outcome"))
                .containsExactlyInAnyOrder("success", "other", "cancelled", "ClosedException");
    }

    @Test
    void gaugesGoWithTheirClientAndCountersStay() {
        client.gauge(ClientMeter.SESSIONS_OPEN, () -> 3);
        meters.attempt(call("GetContext", 1));
        client.close();
        assertThat(registry.find(ClientMeter.SESSIONS_OPEN.getName()).gauges()).isEmpty();
        assertThat(registry.find(ClientMeter.ACTIVE.getName()).gauges()).isEmpty();
        var second = ClientMeters.of(registry, time::get);
        second.calls().attempt(call("GetContext", 1));
        assertThat(registry.get(ClientMeter.ATTEMPTS.getName()).counter().count())
                .isEqualTo(2);
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
