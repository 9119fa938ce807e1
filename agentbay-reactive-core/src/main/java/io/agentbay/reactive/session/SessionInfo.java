package io.agentbay.reactive.session;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.SessionId;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the service says of one session.
 *
 * @param id the session
 * @param state what it is doing
 * @param resourceUrl where a person can look at it; null when the service gives none. Whoever has it may enter, so it
 *     does not print
 * @param contexts the contexts it mounts
 */
public record SessionInfo(
        SessionId id, SessionState state, @Nullable URI resourceUrl, List<ContextId> contexts) {

    /** Checks that all is there and copies the list. */
    public SessionInfo {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
        contexts = List.copyOf(contexts);
    }

    /** Returns everything but the URL. */
    @Override
    public String toString() {
        return "SessionInfo[" + id + ", " + state + ", contexts " + contexts + "]";
    }
}
