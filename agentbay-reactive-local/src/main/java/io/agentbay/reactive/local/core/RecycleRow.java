package io.agentbay.reactive.local.core;

import java.util.List;

/**
 * When the files of a mount vanish, as its latest policy says; it outlives the session.
 *
 * @param contextId its context
 * @param root the key of the mount, identity together with the context
 * @param days after how many days
 * @param paths below the root, each empty or with a leading slash
 */
public record RecycleRow(String contextId, String root, int days, List<String> paths) {
    /** Copies the paths. */
    public RecycleRow {
        paths = List.copyOf(paths);
    }

    boolean covers(String key) {
        return paths.stream().anyMatch(path -> Keys.within(Keys.join(root, path), key));
    }
}
