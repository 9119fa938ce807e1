package io.agentbay.reactive.common;

import java.io.Serializable;

/**
 * The id of a session, as the service gave it.
 *
 * @param value the id; never blank
 */
public record SessionId(String value) implements Serializable {

    /**
     * Creates the id of a session.
     *
     * @throws IllegalArgumentException if {@code value} is blank
     */
    public SessionId {
        value = Ids.requireText(value, "session id");
    }

    /**
     * Returns the session id with this value.
     *
     * @throws IllegalArgumentException if {@code value} is blank
     */
    public static SessionId of(String value) {
        return new SessionId(value);
    }

    /** Returns the bare value. */
    @Override
    public String toString() {
        return value;
    }
}
