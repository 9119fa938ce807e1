package io.agentbay.reactive.event;

import java.time.Instant;
import java.util.Objects;

/**
 * An operation under way.
 *
 * @param operation which one
 * @param startedAt when it began, by this client's clock
 * @param progress how far it is
 */
public record ActiveOperation(Operation operation, Instant startedAt, Progress progress) {

    /** Checks that all is there. */
    public ActiveOperation {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(progress, "progress");
    }
}
