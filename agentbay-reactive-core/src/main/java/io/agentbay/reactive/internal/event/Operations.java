package io.agentbay.reactive.internal.event;

import io.agentbay.reactive.common.Report;
import io.agentbay.reactive.event.Activity;
import io.agentbay.reactive.event.EventPosition;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.OperationEvent;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One per client: makes operations, numbers their events and hands them to listeners and to the bus. */
public interface Operations {

    /**
     * Runs {@code work} as one operation per subscription: Started before it is subscribed to, then what it tells its
     * {@link ProgressSink}, then exactly one of Completed, Failed and Cancelled.
     *
     * @param report what Completed carries; null for none
     */
    <T> Mono<T> run(Spec spec, Function<? super T, @Nullable Report> report, Function<ProgressSink, Mono<T>> work);

    /** As {@link #run}, for work of many values; Completed carries no report. */
    <T> Flux<T> runMany(Spec spec, Function<ProgressSink, Flux<T>> work);

    /** The client's hot stream, from now on or after a position; see {@code AgentBayClient.events()}. */
    Flux<OperationEvent> events(@Nullable EventPosition after);

    /** What is under way; see {@code AgentBayClient.activity()}. */
    Activity activity();

    /** Which operation: kind and the ids known when it starts. */
    record Spec(
            Operation.Kind kind,
            @Nullable String sessionId,
            @Nullable String contextId,
            @Nullable String path) {}
}
