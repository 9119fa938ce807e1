package io.agentbay.reactive.internal.event;

import io.agentbay.reactive.event.EventBuffer;
import io.agentbay.reactive.event.OperationEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongFunction;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/** Numbers the events of a client and queues them for each subscriber, whom it serves on workers of their own. */
final class EventBus {

    private final Scheduler scheduler;
    private final List<EventBuffer> subscribers = new CopyOnWriteArrayList<>();
    private long sequence;
    private boolean over;

    EventBus(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Makes the event with the next number and queues it, so that every subscriber sees numbers grow. */
    synchronized OperationEvent publish(LongFunction<OperationEvent> maker) {
        OperationEvent event = maker.apply(++sequence);
        for (EventBuffer subscriber : subscribers) {
            subscriber.offer(event);
        }
        subscribers.removeIf(EventBuffer::isOver);
        return event;
    }

    Flux<OperationEvent> events() {
        return Flux.using(scheduler::createWorker, this::serve, Scheduler.Worker::dispose);
    }

    synchronized void complete() {
        over = true;
        subscribers.forEach(EventBuffer::complete);
    }

    private Flux<OperationEvent> serve(Scheduler.Worker worker) {
        var buffer = new EventBuffer(worker::schedule);
        return buffer.events().doFirst(() -> add(buffer)).doFinally(end -> remove(buffer));
    }

    private synchronized void add(EventBuffer buffer) {
        subscribers.add(buffer);
        if (over) {
            buffer.complete();
        }
    }

    private synchronized void remove(EventBuffer buffer) {
        subscribers.remove(buffer);
    }
}
