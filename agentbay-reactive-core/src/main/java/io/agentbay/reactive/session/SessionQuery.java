package io.agentbay.reactive.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which sessions to list. Immutable: each call on it returns a new one. */
public final class SessionQuery {

    private static final SessionQuery ALL = new SessionQuery(Map.of(), null);

    private final Map<String, String> labels;
    private final @Nullable SessionState state;

    private SessionQuery(Map<String, String> labels, @Nullable SessionState state) {
        this.labels = labels;
        this.state = state;
    }

    /** Every session of the account. */
    public static SessionQuery all() {
        return ALL;
    }

    /** The sessions with this label; the service shows a new session's labels late. */
    public static SessionQuery label(String key, String value) {
        return ALL.and(key, value);
    }

    /** Those of them that have this label too. */
    public SessionQuery and(String key, String value) {
        var all = new LinkedHashMap<>(labels);
        all.put(Labels.requireKey(key), Objects.requireNonNull(value, "value"));
        return new SessionQuery(Map.copyOf(all), state);
    }

    /**
     * Those of them in this state.
     *
     * @throws IllegalArgumentException for {@link SessionState#UNKNOWN}, which the service cannot be asked for
     */
    public SessionQuery state(SessionState wanted) {
        if (wanted == SessionState.UNKNOWN) {
            throw new IllegalArgumentException("Sessions cannot be listed by state UNKNOWN; leave the state out");
        }
        return new SessionQuery(labels, wanted);
    }

    /** The labels asked for. */
    public Map<String, String> labels() {
        return labels;
    }

    /** The state asked for, null for any. */
    public @Nullable SessionState state() {
        return state;
    }

    @Override
    public String toString() {
        return "SessionQuery[labels " + labels + ", state " + (state == null ? "any" : state) + "]";
    }
}
