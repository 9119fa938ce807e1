package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.sync.Mount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How this client last saw contexts mounted, and which of its open sessions upload them by themselves. */
final class MountHistory {

    private static final int CONTEXTS = 10_000;
    private static final int SESSIONS = 16;

    private final Map<String, Seen> contexts = new LinkedHashMap<>(16, 0.75f, true);

    /** The mounts are in a session of this id now. */
    synchronized void mounted(String sessionId, List<Mount> mounts) {
        mounts.forEach(mount -> mounted(sessionId, mount));
    }

    private void mounted(String sessionId, Mount mount) {
        var seen = contexts.computeIfAbsent(mount.context().value(), any -> new Seen());
        seen.mounted(sessionId, mount);
        if (contexts.size() > CONTEXTS) {
            var eldest = contexts.values().iterator();
            eldest.next();
            eldest.remove();
        }
    }

    /** The session with these mounts is not open any more. */
    synchronized void ended(String sessionId, List<Mount> mounts) {
        mounts.forEach(mount -> {
            var seen = contexts.get(mount.context().value());
            if (seen != null) {
                seen.uploaders.remove(sessionId);
            }
        });
    }

    /** The mounts of the context in the session that mounted it last; empty when this client never saw it mounted. */
    synchronized List<Mount> last(Mount mount) {
        var seen = contexts.get(mount.context().value());
        return seen == null ? List.of() : List.copyOf(seen.mounts);
    }

    /** Whether the session that mounted the context last did so as archive. */
    synchronized boolean isArchived(String contextId) {
        var seen = contexts.get(contextId);
        return seen != null
                && seen.mounts.stream().anyMatch(mount -> mount.policy().isArchived());
    }

    /** The open sessions of this client that upload the context by themselves, a few of them. */
    synchronized List<String> uploaders(Mount mount) {
        var seen = contexts.get(mount.context().value());
        return seen == null ? List.of() : List.copyOf(seen.uploaders);
    }

    /** One context. */
    private static final class Seen {

        private final List<Mount> mounts = new ArrayList<>();
        private final Set<String> uploaders = new LinkedHashSet<>();
        private String session = "";

        void mounted(String sessionId, Mount mount) {
            if (!sessionId.equals(session)) {
                session = sessionId;
                mounts.clear();
            }
            mounts.add(mount);
            if (mount.policy().uploadsAutomatically() && uploaders.size() < SESSIONS) {
                uploaders.add(sessionId);
            }
        }
    }
}
