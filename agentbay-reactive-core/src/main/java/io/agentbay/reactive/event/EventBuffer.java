package io.agentbay.reactive.event;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.SubscriberTooSlowException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * The bounded queue between those who report events and one subscriber who may be slow.
 *
 * <p>At most one piece of progress per operation waits: a newer one takes its place as a {@link OperationEvent.Gap}. Everything else waits in order and is never dropped; when {@link #CAPACITY} events wait, the
 * stream ends with {@link SubscriberTooSlowException} after what waits was asked for. Offering never blocks and never
 * throws, from any number of threads.
 *
 * <p>{@link OperationEvent#streamOf} and the client's stream of all events are made of it; it is public for bridges to
 * other event systems.
 */
public final class EventBuffer {

    /** How many events may wait. */
    public static final int CAPACITY = 65_536;

    private final Map<Object, OperationEvent> waiting = new LinkedHashMap<>();
    private final AtomicInteger draining = new AtomicInteger();
    private final Executor executor;
    private volatile @Nullable FluxSink<OperationEvent> sink;
    private @Nullable End end;

    /** An empty buffer for one subscriber, who is served by whoever offers or requests. */
    public EventBuffer() {
        this(Runnable::run);
    }

    /** An empty buffer for one subscriber, who is served by the executor, so that offering never waits for him. */
    public EventBuffer(Executor executor) {
        this.executor = executor;
    }

    /** The subscriber's side, to be subscribed to once. */
    public Flux<OperationEvent> events() {
        return Flux.create(this::attach, FluxSink.OverflowStrategy.ERROR);
    }

    /** Hands an event on, now or when it is asked for; ignored once the stream ended. */
    public void offer(OperationEvent event) {
        synchronized (waiting) {
            if (end == null) {
                enqueue(event);
            }
        }
        drain();
    }

    /** Hands several on, in this order. */
    public void offerAll(Iterable<? extends OperationEvent> events) {
        synchronized (waiting) {
            for (OperationEvent event : events) {
                if (end == null) {
                    enqueue(event);
                }
            }
        }
        drain();
    }

    /** Completes the stream after what waits. */
    public void complete() {
        finish(null);
    }

    /** Fails the stream after what waits. */
    public void error(Throwable error) {
        finish(error);
    }

    /** Whether nothing offered from now on is handed on. */
    public boolean isOver() {
        synchronized (waiting) {
            return end != null;
        }
    }

    private void attach(FluxSink<OperationEvent> subscriber) {
        sink = subscriber;
        // Also when the subscriber threw: it has ended itself, and those who report must not notice.
        subscriber.onDispose(this::discard);
        subscriber.onRequest(n -> drain());
        drain();
    }

    private void enqueue(OperationEvent event) {
        if (isProgress(event)) {
            String key = event.operation().id();
            OperationEvent older = waiting.remove(key);
            put(key, older == null ? event : fold(older, event));
        } else {
            put(new Object(), event);
        }
    }

    private static boolean isProgress(OperationEvent event) {
        return event instanceof OperationEvent.Advanced
                || event instanceof OperationEvent.Gap && event.operation().kind() != Operation.Kind.STREAM;
    }

    private static OperationEvent fold(OperationEvent older, OperationEvent newer) {
        Long before = missed(older);
        Long between = missed(newer);
        Long missed = before == null || between == null ? null : before + between + 1;
        return new OperationEvent.Gap(newer.sequence(), newer.at(), newer.operation(), newer.progress(), missed);
    }

    private static @Nullable Long missed(OperationEvent event) {
        return event instanceof OperationEvent.Gap gap ? gap.missed() : Long.valueOf(0);
    }

    private void put(Object key, OperationEvent event) {
        if (waiting.size() >= CAPACITY) {
            end = new End(tooSlow(waiting.size()));
        } else {
            waiting.put(key, event);
        }
    }

    private static SubscriberTooSlowException tooSlow(int waiting) {
        return new SubscriberTooSlowException(
                "A subscriber to events has " + waiting + " of them waiting; ask for more of them, or watch less",
                waiting,
                ErrorDetails.of("events"));
    }

    private void finish(@Nullable Throwable error) {
        synchronized (waiting) {
            if (end == null) {
                end = new End(error);
            }
        }
        drain();
    }

    private void drain() {
        if (draining.getAndIncrement() == 0) {
            execute();
        }
    }

    private void execute() {
        try {
            executor.execute(this::drainLoop);
        } catch (RejectedExecutionException stopped) {
            discard();
        }
    }

    private void drainLoop() {
        int seen = draining.get();
        do {
            FluxSink<OperationEvent> to = sink;
            if (to != null) {
                handOn(to);
            }
            seen = draining.addAndGet(-seen);
        } while (seen != 0);
    }

    private void handOn(FluxSink<OperationEvent> to) {
        handOnRequested(to);
        signalEnd(to);
    }

    private void handOnRequested(FluxSink<OperationEvent> to) {
        while (!to.isCancelled() && to.requestedFromDownstream() > 0) {
            OperationEvent next = poll();
            if (next == null) {
                return;
            }
            to.next(next);
        }
    }

    private void discard() {
        synchronized (waiting) {
            waiting.clear();
            if (end == null) {
                end = new End(null);
            }
        }
    }

    private @Nullable OperationEvent poll() {
        synchronized (waiting) {
            Iterator<OperationEvent> events = waiting.values().iterator();
            if (!events.hasNext()) {
                return null;
            }
            OperationEvent first = events.next();
            events.remove();
            return first;
        }
    }

    private void signalEnd(FluxSink<OperationEvent> to) {
        End reached;
        synchronized (waiting) {
            reached = waiting.isEmpty() ? end : null;
        }
        if (reached != null) {
            reached.signal(to);
        }
    }

    private record End(@Nullable Throwable error) {
        void signal(FluxSink<OperationEvent> to) {
            if (error == null) {
                to.complete();
            } else {
                to.error(error);
            }
        }
    }
}
