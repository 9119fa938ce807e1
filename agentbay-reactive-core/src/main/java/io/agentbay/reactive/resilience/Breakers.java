package io.agentbay.reactive.resilience;

import io.agentbay.reactive.error.CallRejectedException;
import io.agentbay.reactive.error.CallRejectedException.Reason;
import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.TransportException.Phase;
import io.agentbay.reactive.error.UnavailableException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.pipeline.ApiCall;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Keeps calls back for a while when the last ones of their group failed.
 *
 * <p>Only what speaks of the service's health counts as a failure: no answer, an answer too late, an unreadable one, or
 * the service's word that it is unavailable. A full pool of this client and a cancel count as nothing. A circuit opens at
 * half of the last 50 calls (at least 20), for 10 seconds. Safe for use from any thread.
 */
public final class Breakers {

    private static final String PREFIX = "agentbay-";

    private final CircuitBreakerRegistry registry;
    private final CircuitBreakerConfig config;
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    private Breakers(CircuitBreakerRegistry registry, CircuitBreakerConfig config) {
        this.registry = registry;
        this.config = config;
    }

    /**
     * Returns breakers on this time.
     *
     * @param registry where breakers are registered as {@code agentbay-<group>}; one that is there already is used with
     *     its own settings; null for a registry of its own
     * @param nanos monotonic time
     */
    public static Breakers of(@Nullable CircuitBreakerRegistry registry, LongSupplier nanos) {
        return new Breakers(registry == null ? CircuitBreakerRegistry.ofDefaults() : registry, config(nanos));
    }

    private static CircuitBreakerConfig config(LongSupplier nanos) {
        InstantSource monotonic = () -> Instant.EPOCH.plusNanos(nanos.getAsLong());
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(50)
                .minimumNumberOfCalls(20)
                .failureRateThreshold(50)
                .permittedNumberOfCallsInHalfOpenState(10)
                .waitDurationInOpenState(Duration.ofSeconds(10))
                .recordException(Breakers::blamesTheService)
                .ignoreException(Breakers::isOurs)
                .writableStackTraceEnabled(false)
                .clock(monotonic.withZone(ZoneOffset.UTC))
                .currentTimestampFunction(clock -> nanos.getAsLong(), TimeUnit.NANOSECONDS)
                .build();
    }

    private static boolean blamesTheService(Throwable error) {
        return error instanceof TransportException
                || error instanceof UnavailableException
                || error instanceof DeadlineExceededException
                || error instanceof UnexpectedResponseException;
    }

    private static boolean isOurs(Throwable error) {
        return error instanceof TransportException transport && transport.phase() == Phase.ACQUIRE;
    }

    /** Returns the attempt, or a {@link CallRejectedException} in its place while the circuit of its group is open. */
    public <T> Mono<T> around(String group, ApiCall<T> call, Mono<T> attempt) {
        return Mono.defer(() -> attempt.transform(CircuitBreakerOperator.of(breaker(group))))
                .onErrorMap(CallNotPermittedException.class, refused -> rejected(group, call));
    }

    /** Looked up once: a call makes no name of it. */
    private CircuitBreaker breaker(String group) {
        CircuitBreaker known = breakers.get(group);
        return known == null
                ? breakers.computeIfAbsent(group, name -> registry.circuitBreaker(PREFIX + name, config))
                : known;
    }

    /** Returns how the breaker of a group is now. */
    public State state(String group) {
        return switch (breaker(group).getState()) {
            case OPEN, FORCED_OPEN -> State.OPEN;
            case HALF_OPEN -> State.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> State.CLOSED;
        };
    }

    /** Whether calls are kept back. */
    public enum State {
        /** All are sent. */
        CLOSED,
        /** A few are sent, to see whether it works again. */
        HALF_OPEN,
        /** None is sent. */
        OPEN;

        /** Returns the name in lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static CallRejectedException rejected(String group, ApiCall<?> call) {
        return new CallRejectedException(
                "The last " + group + " calls failed; none is sent for a while",
                Reason.CIRCUIT_OPEN,
                ErrorDetails.of(call.action()).attempts(call.attempt() - 1));
    }
}
