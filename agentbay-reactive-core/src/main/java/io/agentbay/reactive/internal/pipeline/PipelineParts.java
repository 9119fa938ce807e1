package io.agentbay.reactive.internal.pipeline;

import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.transport.Transport;
import io.agentbay.reactive.observability.ClientMeters;
import io.agentbay.reactive.observability.ClientObservations;
import io.agentbay.reactive.pipeline.CallFilter;
import io.agentbay.reactive.resilience.Breakers;
import io.agentbay.reactive.resilience.Retries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline is put together from.
 *
 * @param filters the user's, the first one outermost
 * @param observations null when nobody observes
 */
public record PipelineParts(
        ClientRuntime runtime,
        Transport transport,
        ClientOptions options,
        List<CallFilter> filters,
        Retries retries,
        Breakers breakers,
        ClientMeters meters,
        @Nullable ClientObservations observations) {

    public PipelineParts {
        filters = List.copyOf(filters);
    }

    List<CallFilter> filters(CallFilter.Stage stage) {
        return filters.stream().filter(filter -> filter.stage() == stage).toList();
    }
}
