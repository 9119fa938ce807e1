package io.agentbay.reactive.internal.event;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.common.Report;
import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.event.Progress;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.observability.Movement;
import io.agentbay.reactive.sync.SyncReport;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.util.context.ContextView;

/** One run of one operation; keeps its events in order and its end unique. */
final class OperationRun implements ProgressSink {

    private static final String DAMAGE = VerificationFailedException.class.getSimpleName();

    private final ClientRuntime runtime;
    private final EventBus bus;
    private final Consumer<OperationEvent> listeners;
    private Operation operation;
    private final Pacer pacer;
    private final PhaseClock phases;
    private Progress progress = Progress.in(Progress.Phase.PLANNING);
    private boolean over;

    OperationRun(
            ClientRuntime runtime,
            EventBus bus,
            Consumer<OperationEvent> listeners,
            Operation operation,
            PhaseClock phases) {
        this.runtime = runtime;
        this.bus = bus;
        this.listeners = listeners;
        this.operation = operation;
        this.phases = phases;
        this.pacer = new Pacer(runtime, this, this::advance);
    }

    synchronized Operation operation() {
        return operation;
    }

    /** The work is about to be subscribed to, in this context. */
    synchronized void enter(ContextView context) {
        phases.begin(operation, progress.phase(), context);
    }

    <T> Mono<T> around(Mono<T> work, Function<? super T, @Nullable Report> report) {
        Operation inside = operation;
        return work.contextWrite(context -> context.put(Operation.class, inside))
                .doFirst(this::start)
                .doOnSuccess(value -> complete(value == null ? null : report.apply(value)))
                .doOnError(this::fail)
                .doFinally(this::end);
    }

    <T> Flux<T> around(Flux<T> work) {
        Operation inside = operation;
        return work.contextWrite(context -> context.put(Operation.class, inside))
                .doFirst(this::start)
                .doOnComplete(() -> complete(null))
                .doOnError(this::fail)
                .doFinally(this::end);
    }

    @Override
    public synchronized void update(UnaryOperator<Progress> change) {
        if (over) {
            return;
        }
        Progress before = progress;
        progress = change.apply(before);
        if (progress.phase() != before.phase()) {
            phases.enter(operation, progress.phase());
            pacer.now();
        } else if (!progress.equals(before)) {
            pacer.soon();
        }
    }

    @Override
    public synchronized void itemFailed(String item, Failure failure) {
        if (!over) {
            count(failure.type());
            tell(n -> new OperationEvent.ItemFailed(n, now(), operation, progress, item, failure));
        }
    }

    private void count(String failure) {
        if (failure.equals(EXTRA)) {
            phases.meters().extra(operation.kind());
        } else {
            phases.meters().itemFailed(operation.kind(), failure.equals(DAMAGE));
        }
    }

    @Override
    public synchronized void session(String id) {
        operation = operation.withSession(id);
    }

    @Override
    public void moved(Movement way, @Nullable Figure files, @Nullable Figure bytes) {
        phases.meters().moved(way, files, bytes);
    }

    private synchronized void start() {
        phases.started();
        tell(n -> new OperationEvent.Started(n, now(), operation, progress));
    }

    private synchronized void advance() {
        if (!over) {
            tell(n -> new OperationEvent.Advanced(n, now(), operation, progress));
        }
    }

    private void complete(@Nullable Report report) {
        if (report instanceof SyncReport sync) {
            phases.synced(sync);
        }
        close(
                n -> new OperationEvent.Completed(n, now(), operation, progress, report),
                elapsed -> phases.meters().completed(operation.kind(), elapsed));
    }

    private void fail(Throwable error) {
        close(
                n -> new OperationEvent.Failed(n, now(), operation, progress, failure(error)),
                elapsed -> phases.meters().failed(operation.kind(), error, elapsed));
    }

    private void end(SignalType signal) {
        if (signal == SignalType.CANCEL) {
            close(
                    n -> new OperationEvent.Cancelled(n, now(), operation, progress),
                    elapsed -> phases.meters().cancelled(operation.kind(), elapsed));
        }
    }

    private synchronized void close(LongFunction<OperationEvent> last, LongConsumer count) {
        if (!over) {
            over = true;
            pacer.stop();
            count.accept(phases.end());
            progress = progress.withPhase(Progress.Phase.DONE);
            tell(last);
        }
    }

    private void tell(LongFunction<OperationEvent> maker) {
        listeners.accept(bus.publish(maker));
    }

    private Instant now() {
        return runtime.clock().instant();
    }

    private static Failure failure(Throwable error) {
        if (error instanceof AgentBayException known) {
            return known.toFailure();
        }
        return new Failure(error.getClass().getSimpleName(), String.valueOf(error.getMessage()), null, null, true);
    }
}
