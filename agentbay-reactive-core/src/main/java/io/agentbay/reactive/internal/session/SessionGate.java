package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.error.ClosedException;
import io.agentbay.reactive.error.ErrorDetails;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

/** Lets work in while open, counts it, and tells when the last of it is out. */
final class SessionGate {

    private final String what;
    private final List<Sinks.Empty<Void>> waiting = new ArrayList<>();
    private int inFlight;
    private Sinks.Empty<Void> closing = Sinks.empty();
    private boolean closed;

    SessionGate(String what) {
        this.what = what;
    }

    /** The work, refused while closed; what runs inside work that was let in is never refused. */
    <T> Mono<T> pass(Mono<T> work) {
        return Mono.deferContextual(context ->
                context.hasKey(this) ? work : Mono.using(this::enter, in -> inside(work), SessionGate::leave));
    }

    /** The work as if it had been let in: for what closing itself has to do. */
    <T> Mono<T> inside(Mono<T> work) {
        return work.contextWrite(this::mark);
    }

    /** Refuses new work from the subscription on; completes when none is in flight. */
    Mono<Void> closeAndDrain() {
        return Mono.defer(() -> {
            Sinks.Empty<Void> drained = Sinks.empty();
            close(drained);
            return drained.asMono();
        });
    }

    /** Refuses new work. */
    void close() {
        shut().tryEmitEmpty();
    }

    /** How much of what was let in is not out yet. */
    synchronized int inFlight() {
        return inFlight;
    }

    synchronized void reopen() {
        closed = false;
        closing = Sinks.empty();
    }

    /** Completes when the gate closes, at once while it is closed. */
    Mono<Void> closing() {
        return Mono.defer(this::closingNow);
    }

    private synchronized Mono<Void> closingNow() {
        return closing.asMono();
    }

    private synchronized Sinks.Empty<Void> shut() {
        closed = true;
        return closing;
    }

    private Context mark(Context context) {
        return context.put(this, Boolean.TRUE);
    }

    private synchronized SessionGate enter() {
        if (closed) {
            throw new ClosedException(
                    what + " is closing or closed", ErrorDetails.of(what).attempts(0));
        }
        inFlight++;
        return this;
    }

    private void leave() {
        out().forEach(Sinks.Empty::tryEmitEmpty);
    }

    private synchronized List<Sinks.Empty<Void>> out() {
        inFlight--;
        return inFlight == 0 ? takeWaiting() : List.of();
    }

    private void close(Sinks.Empty<Void> drained) {
        boolean empty;
        close();
        synchronized (this) {
            empty = inFlight == 0 || !waiting.add(drained);
        }
        if (empty) {
            drained.tryEmitEmpty();
        }
    }

    private List<Sinks.Empty<Void>> takeWaiting() {
        var told = List.copyOf(waiting);
        waiting.clear();
        return told;
    }
}
