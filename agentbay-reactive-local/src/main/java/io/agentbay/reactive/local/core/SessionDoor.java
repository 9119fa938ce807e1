package io.agentbay.reactive.local.core;

/** The way into a session for who holds its token instead of an API key. */
@FunctionalInterface
public interface SessionDoor {

    /** The session; a {@link ServiceError} if it is not there or the token is not its own, compared in constant time. */
    OpenSession open(String sessionId, String token);
}
