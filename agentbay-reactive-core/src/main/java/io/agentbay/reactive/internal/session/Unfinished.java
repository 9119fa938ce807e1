package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.internal.runtime.Background;
import java.util.ArrayList;
import java.util.List;

/**
 * What a shutdown still waited for when its time was over.
 *
 * @param sessions sessions that are not closed
 * @param creates creates whose end nobody knows yet
 * @param work what the background still does
 */
record Unfinished(int sessions, int creates, List<String> work) {

    private static final int MOST_NAMED = 5;

    static Unfinished of(int sessions, int creates, Background background) {
        return new Unfinished(sessions, creates, background.underWay());
    }

    boolean isNothing() {
        return sessions == 0 && creates == 0 && work.isEmpty();
    }

    /** In words, without what there is none of. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (sessions > 0) {
            parts.add(sessions + " of its sessions were not closed");
        }
        if (creates > 0) {
            parts.add(creates + " creates were under way");
        }
        if (!work.isEmpty()) {
            parts.add(work.size() + " pieces of background work had not ended (" + named() + ")");
        }
        return String.join(" and ", parts);
    }

    private String named() {
        var names = work.stream().distinct().toList();
        var some = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
        return names.size() > MOST_NAMED ? some + ", ..." : some;
    }
}
