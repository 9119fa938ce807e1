package io.agentbay.reactive.internal.transport;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An open WebSocket; whoever has it closes it. */
public interface Socket {

    /**
     * The texts that arrive, read on demand, once. Completes when the other side closes; an error when the connection
     * breaks or stays silent for three heartbeats.
     */
    Flux<String> received();

    /** Sends one text; completes when the network has it. Safe to call while others send. */
    Mono<Void> send(String text);

    /** Asks the other side for a sign of life, which does not appear among the texts. */
    Mono<Void> ping();

    /** Says goodbye and frees the connection; harmless when it is closed. */
    Mono<Void> close();
}
