package io.agentbay.reactive.observability;

import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.Progress.Phase;
import io.agentbay.reactive.pipeline.ApiCall;
import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.observability.micrometer.Micrometer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * The observations of one client, {@link ClientObservation} says which; needs {@code reactor-core-micrometer}.
 *
 * <p>The parent is taken from the Reactor context, else from the thread that subscribes. Safe for use from any thread.
 */
public final class ClientObservations {

    private final ObservationRegistry registry;

    private ClientObservations(ObservationRegistry registry) {
        this.registry = registry;
    }

    /** Returns observations in this registry. */
    public static ClientObservations of(ObservationRegistry registry) {
        return new ClientObservations(registry);
    }

    /** Whether the library this needs is there. */
    public static boolean isAvailable() {
        try {
            Class.forName(
                    "reactor.core.observability.micrometer.Micrometer",
                    false,
                    ClientObservations.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    /** Returns the call, observed from its subscription to its end, its error or its cancel. */
    public <T> Mono<T> around(ApiCall<T> call, Mono<T> work) {
        return work.tap(Micrometer.observation(
                registry,
                known -> ClientObservation.CALL
                        .observation(known)
                        .contextualName("agentbay " + call.action())
                        .lowCardinalityKeyValue(ClientTag.ACTION.asString(), call.action())));
    }

    /** Returns the operation, observed likewise; what runs in it are its children. */
    public <T> Mono<T> around(Operation operation, Mono<T> work) {
        return work.tap(Micrometer.observation(registry, known -> observation(known, operation)));
    }

    /** Returns the operation, observed likewise. */
    public <T> Flux<T> around(Operation operation, Flux<T> work) {
        return work.tap(Micrometer.observation(registry, known -> observation(known, operation)));
    }

    private static Observation observation(ObservationRegistry known, Operation operation) {
        var observation = ClientObservation.OPERATION
                .observation(known)
                .contextualName(operation.kind().label())
                .lowCardinalityKeyValue(
                        ClientTag.KIND.asString(), operation.kind().label())
                .highCardinalityKeyValue(ClientObservation.Id.OPERATION.asString(), operation.id());
        add(observation, ClientObservation.Id.SESSION, operation.sessionId());
        add(observation, ClientObservation.Id.CONTEXT, operation.contextId());
        add(observation, ClientObservation.Id.PATH, operation.path());
        return observation;
    }

    private static void add(Observation observation, KeyName key, @Nullable String value) {
        if (value != null) {
            observation.highCardinalityKeyValue(key.asString(), value);
        }
    }

    /** Begins a phase of the operation around which this context was made; returns what ends it. */
    public Runnable phase(Operation operation, Phase phase, ContextView context) {
        var name = phase.name().toLowerCase(Locale.ROOT);
        var observation = ClientObservation.PHASE
                .observation(registry)
                .contextualName(name)
                .lowCardinalityKeyValue(
                        ClientTag.KIND.asString(), operation.kind().label())
                .lowCardinalityKeyValue(ClientTag.PHASE.asString(), name);
        Observation parent = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
        return observation.parentObservation(parent).start()::stop;
    }
}
