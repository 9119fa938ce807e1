package io.agentbay.reactive.event;

import java.util.Objects;

/**
 * A place in the stream of a client's events: up to here a reader has them.
 *
 * <p>Its text fits where an id is wanted, such as that of a server-sent event: {@code Last-Event-ID} read back with
 * {@link #parse} and given to {@code AgentBayClient.events(after)} resumes the stream there. The source tells one client
 * from any other, of this process and of the one before a restart.
 *
 * @param source of the client, see {@link Operation#source()}
 * @param sequence number of the last event the reader has; 0 for none
 */
public record EventPosition(String source, long sequence) {

    private static final char SEPARATOR = '-';

    /** Checks both parts. */
    public EventPosition {
        Objects.requireNonNull(source, "source");
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence must not be negative: " + sequence);
        }
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static EventPosition parse(String text) {
        int at = text.lastIndexOf(SEPARATOR);
        try {
            return new EventPosition(text.substring(0, Math.max(0, at)), Long.parseLong(text.substring(at + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("No position in a stream of events: '" + text + "'", e);
        }
    }

    /** Returns source and number, joined by a dash. */
    @Override
    public String toString() {
        return source + SEPARATOR + sequence;
    }
}
