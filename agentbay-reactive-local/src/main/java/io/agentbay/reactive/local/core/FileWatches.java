package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was asked about last, for each watched path of a session: asking consumes the changes. */
final class FileWatches {

    private static final int MOST = 100;

    private final Map<String, ChangeFeed> asked = new HashMap<>();

    /** The changes since the last call for this path; none at the first. */
    synchronized List<Map<String, Object>> changes(StoredSession session, SessionFiles files, String path)
            throws IOException {
        ChangeFeed feed = asked.get(path);
        if (feed == null) {
            if (asked.size() >= MOST) {
                throw new ToolFailure("More than " + MOST + " paths are watched already");
            }
            asked.put(path, new ChangeFeed(session, files, path));
            return List.of();
        }
        return feed.next();
    }
}
