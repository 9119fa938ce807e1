package io.agentbay.reactive.local.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A look at everything the service holds, of all its tenants, for the people who run it; never at keys, tokens or
 * signatures. Views are plain maps, ready to become JSON. Safe for use by many threads; nothing here waits for a write.
 */
public interface Inspection {

    /** How many contexts, files, bytes, living sessions and unended tasks there are. */
    Map<String, Object> counts();

    /** Contexts in the order of their names, of those whose name or id holds the filter. */
    Slice contexts(String filter, int from, int max);

    /**
     * The files and folders of one folder of a context, as they are, from the one after a cursor on; each view has its
     * {@code cursor}. Empty when there is no such context.
     */
    Optional<Slice> files(String contextId, String folder, String after, int max);

    /** Sessions with their mounts, newest first: those that live, then those that ended not long ago. */
    Slice sessions(int max);

    /** Sync tasks of living sessions, newest first. */
    Slice tasks(int max);

    /** Names and ids of the contexts a living session mounts; empty for one that does not live. */
    Set<String> contextsOf(String sessionId);

    /** The name of a context; empty if there is none with this id. */
    Optional<String> contextName(String contextId);

    /**
     * Part of a longer list.
     *
     * @param items the views
     * @param total how many there are in all; -1 where counting them would cost too much
     * @param more whether others follow
     */
    record Slice(List<Map<String, Object>> items, int total, boolean more) {

        /** Ready to become JSON. */
        public Map<String, Object> json() {
            return Map.of("items", items, "total", total, "more", more);
        }
    }
}
