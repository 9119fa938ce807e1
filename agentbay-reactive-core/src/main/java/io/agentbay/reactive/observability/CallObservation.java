package io.agentbay.reactive.observability;

import io.agentbay.reactive.pipeline.ApiCall;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import reactor.core.observability.micrometer.Micrometer;
import reactor.core.publisher.Mono;

/**
 * One observation, and so one span where a tracer listens, per call; needs {@code reactor-core-micrometer}.
 *
 * <p>The parent is taken from the Reactor context. Safe for use from any thread.
 */
public final class CallObservation {

    /** Name of the observation; low-cardinality key {@code action}. */
    public static final String NAME = "agentbay.call";

    private final ObservationRegistry registry;

    private CallObservation(ObservationRegistry registry) {
        this.registry = registry;
    }

    /** Returns observations in this registry. */
    public static CallObservation of(ObservationRegistry registry) {
        return new CallObservation(registry);
    }

    /** Returns the call, observed from its subscription to its end, its error or its cancel. */
    public <T> Mono<T> around(ApiCall<T> call, Mono<T> work) {
        return work.tap(Micrometer.observation(
                registry,
                known -> Observation.createNotStarted(NAME, known)
                        .contextualName("agentbay " + call.action())
                        .lowCardinalityKeyValue("action", call.action())));
    }
}
