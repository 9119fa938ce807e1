package io.agentbay.reactive.internal.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The ids that this client has seen exist, so that deleting one twice is no error while a typo is. The last ones are
 * kept; safe for use by any number of threads.
 */
public final class SeenIds {
    private static final int MOST = 100_000;

    private final Set<String> ids;

    /** Remembers the last 100,000 ids. */
    public SeenIds() {
        this(MOST);
    }

    SeenIds(int most) {
        ids = Collections.synchronizedSet(Collections.newSetFromMap(new Recent(most)));
    }

    /** Remembers an id as the most recent one. */
    public void add(String id) {
        synchronized (ids) {
            ids.remove(id);
            ids.add(id);
        }
    }

    /** Whether the id is still remembered. */
    public boolean contains(String id) {
        return ids.contains(id);
    }

    private static final class Recent extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1L;
        private final int most;

        Recent(int most) {
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > most;
        }
    }
}
