package io.agentbay.reactive.local.http;

import java.util.concurrent.ArrayBlockingQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Frames on their way out, of several threads, in one order. Who lets too many wait is disconnected. */
final class Outbox {

    private static final int WAITING = 2_048;

    private final Sinks.Many<String> frames =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(WAITING));
    private final Sinks.Empty<String> overflow = Sinks.empty();

    synchronized void put(String frame) {
        if (frames.tryEmitNext(frame) == Sinks.EmitResult.FAIL_OVERFLOW) {
            overflow.tryEmitEmpty();
        }
    }

    /** Ends, though frames wait, when too many do. */
    Flux<String> frames() {
        return frames.asFlux().takeUntilOther(overflow.asMono());
    }
}
