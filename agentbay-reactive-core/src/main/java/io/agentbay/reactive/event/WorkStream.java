package io.agentbay.reactive.event;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.common.Report;
import io.agentbay.reactive.error.AgentBayException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** One watched run of some work: the operation WORK around it and the buffer its watcher reads. */
final class WorkStream {

    private static final AtomicLong RUNS = new AtomicLong();

    private final EventBuffer buffer = new EventBuffer();
    private final AtomicLong lastSequence = new AtomicLong();
    private final Operation operation;
    private final Consumer<OperationEvent> outer;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable Throwable error;

    private WorkStream(ContextView outside) {
        this.outer = EventContext.listeners(outside);
        String parent = outside.<Operation>getOrEmpty(Operation.class)
                .map(Operation::id)
                .orElse(null);
        this.operation = new Operation("work-" + RUNS.incrementAndGet(), Operation.Kind.WORK, parent, null, null, null);
    }

    static Flux<OperationEvent> of(Mono<?> work) {
        return Flux.deferContextual(outside -> new WorkStream(outside).watch(work));
    }

    private Flux<OperationEvent> watch(Mono<?> work) {
        Mono<Void> driven = work.contextWrite(this::enter)
                .doFirst(this::started)
                .doOnSuccess(this::completed)
                .doOnError(this::failed)
                .doFinally(this::ended)
                .then();
        // The buffer alone ends the stream, so that what waits in it is delivered first.
        return buffer.events().takeUntilOther(driven.onErrorComplete().then(Mono.never()));
    }

    private Context enter(Context context) {
        return EventContext.withParent(EventContext.withListener(context, this::inside), operation);
    }

    private void inside(OperationEvent event) {
        lastSequence.accumulateAndGet(event.sequence(), Math::max);
        buffer.offer(event);
    }

    private void started() {
        tell(new OperationEvent.Started(0, now(), operation, Progress.in(Progress.Phase.PLANNING)));
    }

    private void completed(@Nullable Object value) {
        Report report = value instanceof Report told ? told : null;
        tellEnd(new OperationEvent.Completed(next(), now(), operation, done(), report));
    }

    private void failed(Throwable thrown) {
        error = thrown;
        tellEnd(new OperationEvent.Failed(next(), now(), operation, done(), failure(thrown)));
    }

    private void ended(SignalType signal) {
        if (signal == SignalType.CANCEL) {
            tellEnd(new OperationEvent.Cancelled(next(), now(), operation, done()));
        } else if (error == null) {
            buffer.complete();
        } else {
            buffer.error(error);
        }
    }

    private void tell(OperationEvent event) {
        buffer.offer(event);
        outer.accept(event);
    }

    private void tellEnd(OperationEvent event) {
        if (over.compareAndSet(false, true)) {
            tell(event);
        }
    }

    /** No client is known out here: the next number keeps the order within this stream. */
    private long next() {
        return lastSequence.get() + 1;
    }

    /** Reactor's clock, because it is the only one that work without a client shares with its timers. */
    private static Instant now() {
        return Instant.ofEpochMilli(Schedulers.parallel().now(TimeUnit.MILLISECONDS));
    }

    private static Progress done() {
        return Progress.in(Progress.Phase.DONE);
    }

    private static Failure failure(Throwable error) {
        if (error instanceof AgentBayException known) {
            return known.toFailure();
        }
        return new Failure(error.getClass().getSimpleName(), String.valueOf(error.getMessage()), null, null, true);
    }
}
