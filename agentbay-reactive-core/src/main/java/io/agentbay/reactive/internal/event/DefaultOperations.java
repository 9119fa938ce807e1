package io.agentbay.reactive.internal.event;

import io.agentbay.reactive.common.Report;
import io.agentbay.reactive.event.Activity;
import io.agentbay.reactive.event.EventPosition;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
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

    private static final int SOURCE_DIGITS = 12;

    private final ClientRuntime runtime;
    private final EventBus bus;
    private final String source;
    private final AtomicLong runs = new AtomicLong();

    public DefaultOperations(ClientRuntime runtime) {
        this.runtime = runtime;
        this.source = HexFormat.of().toHexDigits(runtime.random().nextLong(), SOURCE_DIGITS);
        this.bus = new EventBus(runtime, source);
    }

    @Override
    public <T> Mono<T> run(
            Spec spec, Function<? super T, @Nullable Report> report, Function<ProgressSink, Mono<T>> work) {
        return Mono.deferContextual(context -> {
            var run = begin(spec, context);
            return run.around(Mono.defer(() -> work.apply(run)), report);
        });
    }

    @Override
    public <T> Flux<T> runMany(Spec spec, Function<ProgressSink, Flux<T>> work) {
        return Flux.deferContextual(context -> {
            var run = begin(spec, context);
            return run.around(Flux.defer(() -> work.apply(run)));
        });
    }

    private OperationRun begin(Spec spec, ContextView context) {
        return new OperationRun(runtime, bus, listeners(context), operation(spec, context));
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
