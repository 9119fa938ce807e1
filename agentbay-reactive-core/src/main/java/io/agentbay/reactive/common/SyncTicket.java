package io.agentbay.reactive.common;

import java.io.Serializable;

/**
 * Stands for a sync that was triggered and not confirmed, so that waiting can go on without a second trigger.
 *
 * <p>It may be stored as {@link #value()} and read again with {@link #of(String)} by another process. What is inside is
 * this library's own and may change between versions; it holds no secret. Immutable and safe to share.
 */
public final class SyncTicket implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String value;

    private SyncTicket(String value) {
        this.value = Ids.requireText(value, "sync ticket");
    }

    /**
     * Returns the ticket with this text, which must come from {@link #value()}.
     *
     * <p>Only an operation that uses the ticket can tell whether the text is a valid ticket.
     *
     * @throws IllegalArgumentException if {@code value} is blank
     */
    public static SyncTicket of(String value) {
        return new SyncTicket(value);
    }

    /** Returns the text that stands for this ticket. */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SyncTicket ticket && ticket.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Returns the text that stands for this ticket. */
    @Override
    public String toString() {
        return value;
    }
}
