package io.agentbay.reactive.event;

import java.util.List;
import java.util.Objects;

/**
 * What a client is doing at one moment.
 *
 * @param position the moment, in the stream of the client's events: what follows is {@code
 *     AgentBayClient.events(position)}, with nothing missing and nothing twice
 * @param operations those under way, in the order in which they began
 */
public record Activity(EventPosition position, List<ActiveOperation> operations) {

    /** Checks the position and copies the list. */
    public Activity {
        Objects.requireNonNull(position, "position");
        operations = List.copyOf(operations);
    }
}
