package io.agentbay.reactive.session;

import io.agentbay.reactive.common.SessionId;
import java.util.Objects;

/**
 * A row of a listing.
 *
 * @param id the session
 * @param state what the service says it is doing
 */
public record SessionSummary(SessionId id, SessionState state) {

    /** Checks that all is there. */
    public SessionSummary {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
    }
}
