package io.agentbay.reactive.common;

import java.io.Serializable;

/**
 * The id of a context, as the service gave it.
 *
 * @param value the id; never blank
 */
public record ContextId(String value) implements ContextRef, Serializable {

    /**
     * Creates the id of a context.
     *
     * @throws IllegalArgumentException if {@code value} is blank
     */
    public ContextId {
        value = Ids.requireText(value, "context id");
    }

    /**
     * Returns the context id with this value.
     *
     * @throws IllegalArgumentException if {@code value} is blank
     */
    public static ContextId of(String value) {
        return new ContextId(value);
    }

    /** Returns this id itself. */
    @Override
    public ContextId id() {
        return this;
    }

    /** Returns the bare value. */
    @Override
    public String toString() {
        return value;
    }
}
