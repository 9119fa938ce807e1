package io.agentbay.reactive.internal.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The last so many ids. */
final class RecentIds {

    private final Set<String> ids;

    RecentIds(int most) {
        ids = Collections.newSetFromMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > most;
            }
        });
    }

    synchronized void add(String id) {
        ids.remove(id);
        ids.add(id);
    }

    synchronized boolean contains(String id) {
        return ids.contains(id);
    }
}
