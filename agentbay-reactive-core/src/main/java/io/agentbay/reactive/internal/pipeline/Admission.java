package io.agentbay.reactive.internal.pipeline;

import io.agentbay.reactive.error.CallRejectedException;
import io.agentbay.reactive.error.CallRejectedException.Reason;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.pipeline.ApiCall;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Lets calls through in the order in which they came: so many at once, and so many per second.
 *
 * <p>A waiter that is cancelled leaves the queue at once and takes nothing with it. Nothing here blocks: the lock guards
 * a few fields, and waiters are woken outside of it.
 */
final class Admission {

    private enum Place {
        WAITING,
        INSIDE,
        OUT
    }

    private final ClientRuntime runtime;
    private final int atOnce;
    private final int mostWaiting;
    private final TokenBucket tokens;
    private final Set<Ticket> queue = new LinkedHashSet<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private int inside;
    private boolean wakeUpSet;

    Admission(ClientRuntime runtime, int atOnce, int mostWaiting, int perSecond) {
        this.runtime = runtime;
        this.atOnce = atOnce;
        this.mostWaiting = mostWaiting;
        this.tokens = new TokenBucket(perSecond);
    }

    /** Runs the work once it is its turn, and holds its place until the work ends. */
    <T> Mono<T> admit(ApiCall<?> call, Mono<T> work) {
        return Mono.defer(() -> {
            var ticket = new Ticket(call);
            var turn = ticket.goesStraightIn()
                    ? work
                    : Mono.<Void>create(ticket::queue).then(work);
            return turn.doOnTerminate(ticket::leave).doOnCancel(ticket::leave);
        });
    }

    synchronized int inside() {
        return inside;
    }

    synchronized int waiting() {
        return queue.size();
    }

    private void letIn() {
        if (rounds.getAndIncrement() != 0) {
            return;
        }
        var seen = 1;
        do {
            next().forEach(Ticket::enter);
            seen = rounds.addAndGet(-seen);
        } while (seen != 0);
    }

    private synchronized List<Ticket> next() {
        var turn = new ArrayList<Ticket>();
        var now = runtime.nanos();
        var first = queue.iterator();
        while (first.hasNext() && inside < atOnce && tokens.take(now)) {
            var ticket = first.next();
            first.remove();
            ticket.place = Place.INSIDE;
            inside++;
            turn.add(ticket);
        }
        if (first.hasNext() && inside < atOnce && !wakeUpSet) {
            wakeUpSet = true;
            runtime.timer().schedule(this::wakeUp, tokens.nanosToNext(now), TimeUnit.NANOSECONDS);
        }
        return turn;
    }

    private void wakeUp() {
        synchronized (this) {
            wakeUpSet = false;
        }
        letIn();
    }

    /** One call's place: in the queue, inside, or out again; it changes hands under the lock only. */
    private final class Ticket {

        private final ApiCall<?> call;
        private volatile MonoSink<Void> sink;
        private Place place = Place.WAITING;

        @SuppressWarnings("NullAway.Init")
        Ticket(ApiCall<?> call) {
            this.call = call;
        }

        /** Whether nobody waits and there is room; then this is inside already. */
        boolean goesStraightIn() {
            synchronized (Admission.this) {
                boolean free = queue.isEmpty() && inside < atOnce && tokens.take(runtime.nanos());
                if (free) {
                    place = Place.INSIDE;
                    inside++;
                }
                return free;
            }
        }

        void queue(MonoSink<Void> told) {
            sink = told;
            if (join()) {
                letIn();
            } else {
                told.error(full());
            }
        }

        private boolean join() {
            synchronized (Admission.this) {
                if (queue.size() >= mostWaiting && (inside >= atOnce || !tokens.ready(runtime.nanos()))) {
                    place = Place.OUT;
                    return false;
                }
                return place != Place.WAITING || queue.add(this);
            }
        }

        private CallRejectedException full() {
            var reason = inside() >= atOnce ? Reason.TOO_MANY_CALLS : Reason.RATE_LIMIT;
            return new CallRejectedException(
                    mostWaiting + " calls are waiting for their turn already",
                    reason,
                    ErrorDetails.of(call.action()).attempts(call.attempt() - 1));
        }

        /** What is thrown past Reactor's own guards, a missing class for instance, must not hold up the others. */
        void enter() {
            try {
                sink.success();
            } catch (RuntimeException | Error thrown) {
                leave();
                Operators.onErrorDropped(thrown, Context.of(sink.contextView()));
            }
        }

        void leave() {
            synchronized (Admission.this) {
                if (place == Place.INSIDE) {
                    inside--;
                }
                queue.remove(this);
                place = Place.OUT;
                if (queue.isEmpty()) {
                    return;
                }
            }
            letIn();
        }
    }
}
