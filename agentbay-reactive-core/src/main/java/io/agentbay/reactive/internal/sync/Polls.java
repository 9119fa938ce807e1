package io.agentbay.reactive.internal.sync;

import reactor.core.publisher.Mono;

/** What all sessions of a client together may poll per second. */
public interface Polls {

    /** Completes when one more poll may be sent, first come first served; a cancel gives the place back. */
    Mono<Void> acquire();
}
