package io.agentbay.reactive.internal.event;

import io.agentbay.reactive.common.Report;
import io.agentbay.reactive.event.Activity;
import io.agentbay.reactive.event.EventPosition;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.observability.ClientMeters;
import io.agentbay.reactive.observability.ClientObservations;
import io.agentbay.reactive.observability.OperationMeters;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** The operations of one client: names them, runs them, and tells the listeners of their context and the bus. */
public final class DefaultOperations implements Operations {

    private final ClientRuntime runtime;
    private final OperationMeters meters;
    private final @Nullable ClientObservations observations;
    private final EventBus bus;
    private final String source;
    private final AtomicLong runs = new AtomicLong();

    /** Operations that nobody counts or traces. */
    public DefaultOperations(ClientRuntime runtime) {
        this(runtime, ClientMeters.of(null, runtime::nanos).operations(), null);
    }

    public DefaultOperations(ClientRuntime runtime, OperationMeters meters, @Nullable ClientObservations observations) {
        this.runtime = runtime;
        this.meters = meters;
        this.observations = observations;
        this.source = HexFormat.of().toHexDigits(runtime.random().nextInt());
        this.bus = new EventBus(runtime, source);
    }

    @Override
    public <T> Mono<T> run(
            Spec spec, Function<? super T, @Nullable Report> report, Function<ProgressSink, Mono<T>> work) {
        return Mono.deferContextual(context -> {
            var run = begin(spec, context);
            var traced = run.around(entered(run, Mono.defer(() -> work.apply(run))), report);
            return observations == null ? traced : observations.around(run.operation(), traced);
        });
    }

    @Override
    public <T> Flux<T> runMany(Spec spec, Function<ProgressSink, Flux<T>> work) {
        return Flux.deferContextual(context -> {
            var run = begin(spec, context);
            var traced = run.around(Flux.deferContextual(inside -> {
                run.enter(inside);
                return work.apply(run);
            }));
            return observations == null ? traced : observations.around(run.operation(), traced);
        });
    }

    private OperationRun begin(Spec spec, ContextView context) {
        var phases = new PhaseClock(runtime::nanos, spec.kind(), meters, observations);
        return new OperationRun(runtime, bus, listeners(context), operation(spec, context), phases);
    }

    private static <T> Mono<T> entered(OperationRun run, Mono<T> work) {
        return Mono.deferContextual(inside -> {
            run.enter(inside);
            return work;
        });
    }

    /** How many subscribe to {@link #events}. */
    public int subscribers() {
        return bus.subscribers();
    }

    @Override
    public Flux<OperationEvent> events(@Nullable EventPosition after) {
        return bus.events(after);
    }

    @Override
    public Activity activity() {
        return bus.activity();
    }

    /** Completes the hot stream after what is queued; for the end of the client. */
    public void complete() {
        bus.complete();
    }

    private Operation operation(Spec spec, ContextView context) {
        String parent = context.<Operation>getOrEmpty(Operation.class)
                .map(Operation::id)
                .orElse(null);
        String id = source + "-" + runs.incrementAndGet();
        return new Operation(id, spec.kind(), parent, spec.sessionId(), spec.contextId(), spec.path());
    }

    private static Consumer<OperationEvent> listeners(ContextView context) {
        return context.<Consumer<OperationEvent>>getOrEmpty(OperationEvent.class)
                .orElse(event -> {});
    }
}
