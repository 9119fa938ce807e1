package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.session.SessionState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The service's words for the state of a session. */
final class SessionStates {

    private SessionStates() {}

    static SessionState of(@Nullable String word) {
        return switch (word == null ? "" : word.toUpperCase(Locale.ROOT)) {
            case "RUNNING" -> SessionState.RUNNING;
            case "PAUSING" -> SessionState.PAUSING;
            case "PAUSED" -> SessionState.PAUSED;
            case "RESUMING" -> SessionState.RESUMING;
            case "DELETING" -> SessionState.DELETING;
            case "DELETED", "FINISH" -> SessionState.DELETED;
            default -> SessionState.UNKNOWN;
        };
    }
}
