package io.agentbay.reactive.session;

import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * The session itself, rather than what is in it.
 *
 * <p>Safe for use from any thread; every publisher is cold, and everything here is safe to repeat.
 */
public interface SessionControl {

    /** Reads what the service says of the session; an ended one is a {@code NotFoundException}. */
    Mono<SessionInfo> info();

    /**
     * Starts the session's idle time anew. Not needed while a call, a sync or a close is open: the client does it then.
     */
    Mono<Void> keepAlive();

    /** Reads the session's labels, this client's own {@link SessionRequest#ID_LABEL} included. */
    Mono<Map<String, String>> labels();

    /**
     * Replaces the session's labels, except {@link SessionRequest#ID_LABEL}, which stays.
     *
     * <p>The service replaces the whole map; two clients replacing at the same time overwrite each other.
     *
     * @throws IllegalArgumentException if a key is blank or this client's own
     */
    Mono<Void> replaceLabels(Map<String, String> labels);
}
