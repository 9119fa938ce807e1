package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ChangeFeed;
import io.agentbay.reactive.local.core.OpenSession;
import io.agentbay.reactive.local.core.ServiceError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The paths one WebSocket is told the changes of. */
final class Subscriptions {

    private static final int MOST = 100;

    private final OpenSession session;
    private final Outbox outbox;
    private final Map<String, ChangeFeed> feeds = new ConcurrentHashMap<>();
    private final AtomicLong pushes = new AtomicLong();

    Subscriptions(OpenSession session, Outbox outbox) {
        this.session = session;
        this.outbox = outbox;
    }

    void add(String id, Map<String, @Nullable Object> parameters) {
        String path = path(parameters);
        if (feeds.size() >= MOST && !feeds.containsKey(path)) {
            throw new ServiceError(400, "InvalidParameter", "More than " + MOST + " paths are watched already.");
        }
        feeds.putIfAbsent(path, session.changes(path));
        outbox.put(Frames.answer(id, "subscribed"));
    }

    void remove(String id, Map<String, @Nullable Object> parameters) {
        feeds.remove(path(parameters));
        outbox.put(Frames.answer(id, "unsubscribed"));
    }

    private static String path(Map<String, @Nullable Object> parameters) {
        if (parameters.get("path") instanceof String path && !path.isEmpty()) {
            return path;
        }
        throw new ServiceError(400, "MissingParameter", "path is mandatory for this call.");
    }

    /** Pushes what changed since the last look; may block. */
    void look() {
        feeds.forEach((path, feed) -> {
            List<Map<String, Object>> events = feed.next();
            if (!events.isEmpty() && feeds.get(path) == feed) {
                outbox.put(Frames.changes("push-" + pushes.incrementAndGet(), path, events));
            }
        });
    }
}
