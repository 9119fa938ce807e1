package io.agentbay.reactive.internal.event;

import io.agentbay.reactive.event.ActiveOperation;
import io.agentbay.reactive.event.Activity;
import io.agentbay.reactive.event.EventBuffer;
import io.agentbay.reactive.event.EventPosition;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.event.Progress;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/**
 * Numbers the events of a client, remembers the latest and hands them on.
 *
 * <p>Publishing costs the same however many subscribe: one task hands on to all of them, and each is served by a worker
 * of its own, so that none can delay an operation or another subscriber.
 */
final class EventBus {

    private final ClientRuntime runtime;
    private final String source;
    private final EventLog log = new EventLog();
    private final Map<String, ActiveOperation> active = new LinkedHashMap<>();
    private final List<EventBuffer> subscribers = new CopyOnWriteArrayList<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private final Object handingOn = new Object();
    private long sequence;
    private long handedOn;
    private boolean over;

    EventBus(ClientRuntime runtime, String source) {
        this.runtime = runtime;
        this.source = source;
    }

    /** Makes the event with the next number, so that every subscriber sees numbers grow. */
    OperationEvent publish(LongFunction<OperationEvent> maker) {
        OperationEvent event = remember(maker);
        if (!subscribers.isEmpty() && rounds.getAndIncrement() == 0) {
            schedule();
        }
        return event;
    }

    private synchronized OperationEvent remember(LongFunction<OperationEvent> maker) {
        OperationEvent event = maker.apply(++sequence);
        log.add(event, handedOn);
        String id = event.operation().id();
        if (event instanceof OperationEvent.Started) {
            active.put(id, new ActiveOperation(event.operation(), event.at(), event.progress()));
        } else if (event.isEnd()) {
            active.remove(id);
        } else {
            active.computeIfPresent(
                    id, (same, now) -> new ActiveOperation(event.operation(), now.startedAt(), event.progress()));
        }
        return event;
    }

    /** What is under way, and where in the stream that is. */
    synchronized Activity activity() {
        return new Activity(new EventPosition(source, sequence), List.copyOf(active.values()));
    }

    int subscribers() {
        return subscribers.size();
    }

    /** What happens from the subscription on, or after a position. */
    Flux<OperationEvent> events(@Nullable EventPosition after) {
        return Flux.using(runtime.files()::createWorker, worker -> serve(worker, after), Scheduler.Worker::dispose);
    }

    /** Hands on what is left and completes every stream. */
    void complete() {
        synchronized (handingOn) {
            handOnAll();
            end();
        }
    }

    private synchronized void end() {
        over = true;
        subscribers.forEach(EventBuffer::complete);
    }

    private Flux<OperationEvent> serve(Scheduler.Worker worker, @Nullable EventPosition after) {
        var buffer = new EventBuffer(worker::schedule);
        return buffer.events().doFirst(() -> add(buffer, after)).doFinally(signal -> subscribers.remove(buffer));
    }

    /** The others get what is theirs first, so that all share one place from here on. */
    private void add(EventBuffer buffer, @Nullable EventPosition after) {
        synchronized (handingOn) {
            synchronized (this) {
                handOnAll();
                if (after != null) {
                    buffer.offerAll(replay(after));
                }
                subscribers.add(buffer);
                if (over) {
                    buffer.complete();
                }
            }
        }
    }

    private List<OperationEvent> replay(EventPosition after) {
        boolean known = after.source().equals(source) && after.sequence() <= sequence;
        long from = known ? after.sequence() : 0;
        List<OperationEvent> events = new ArrayList<>();
        if (!known) {
            events.add(gap(log.forgotten(), null));
        } else if (from < log.forgotten()) {
            events.add(gap(log.forgotten(), log.forgotten() - from));
        }
        events.addAll(log.replay(Math.max(from, log.forgotten())));
        return events;
    }

    private OperationEvent gap(long number, @Nullable Long missed) {
        var stream = new Operation(source + "-0", Operation.Kind.STREAM, null, null, null, null);
        var unknown = Progress.in(Progress.Phase.PLANNING);
        return new OperationEvent.Gap(number, runtime.clock().instant(), stream, unknown, missed);
    }

    private void schedule() {
        try {
            runtime.files().schedule(this::handOn);
        } catch (RejectedExecutionException stopped) {
            // The client has ended, and every stream with it.
        }
    }

    private void handOn() {
        int seen = rounds.get();
        do {
            synchronized (handingOn) {
                handOnAll();
            }
            seen = rounds.addAndGet(-seen);
        } while (seen != 0);
    }

    private void handOnAll() {
        List<OperationEvent> news = takeNews();
        for (EventBuffer subscriber : subscribers) {
            subscriber.offerAll(news);
        }
        subscribers.removeIf(EventBuffer::isOver);
    }

    private synchronized List<OperationEvent> takeNews() {
        List<OperationEvent> news = new ArrayList<>();
        if (log.forgotten() > handedOn) {
            news.add(gap(log.forgotten(), log.forgotten() - handedOn));
        }
        news.addAll(log.news(handedOn));
        handedOn = sequence;
        return news;
    }
}
