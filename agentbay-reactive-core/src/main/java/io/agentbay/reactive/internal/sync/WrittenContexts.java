package io.agentbay.reactive.internal.sync;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which contexts this client may have written to, and by which session: for a while their listings may not show it. Safe
 * for use from any thread.
 */
final class WrittenContexts {

    private static final String SEVERAL = "";
    private static final int MOST = 10_000;

    private final Map<String, String> writers = new LinkedHashMap<>(16, 0.75f, true);

    /** The session may write to the context from now on. */
    synchronized void by(String contextId, String sessionId) {
        writers.merge(contextId, sessionId, (one, other) -> one.equals(other) ? one : SEVERAL);
        if (writers.size() > MOST) {
            var eldest = writers.values().iterator();
            eldest.next();
            eldest.remove();
        }
    }

    /** Something else than a session may write to the context. */
    void by(String contextId) {
        by(contextId, SEVERAL);
    }

    /** Whether anything else than this session may have written to it. */
    synchronized boolean byOthers(String contextId, String sessionId) {
        var writer = writers.get(contextId);
        return writer != null && !writer.equals(sessionId);
    }
}
