package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.wire.SyncWire.SyncTask;
import io.agentbay.reactive.sync.SyncReport.Match;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Which entries of the task list belong to a key: by exact path, else by path without a trailing slash, else by context
 * and direction alone where the context is mounted once in the session.
 */
final class TaskMatcher {

    private final SyncRounds.Key key;
    private final BooleanSupplier mountedOnce;

    TaskMatcher(SyncRounds.Key key, BooleanSupplier mountedOnce) {
        this.key = key;
        this.mountedOnce = mountedOnce;
    }

    Matched match(List<SyncTask> tasks) {
        Map<Match, List<SyncTask>> found = new EnumMap<>(Match.class);
        for (SyncTask task : tasks) {
            Match match = matchOf(task);
            found.computeIfAbsent(match, any -> new ArrayList<>()).add(task);
        }
        found.remove(Match.NO_TASK);
        List<SyncTask> all = found.values().stream().flatMap(List::stream).toList();
        // The enum's order is the order of preference.
        return found.entrySet().stream()
                .findFirst()
                .map(best -> new Matched(best.getKey(), List.copyOf(best.getValue()), all))
                .orElse(Matched.NOTHING);
    }

    private Match matchOf(SyncTask task) {
        if (!task.contextId().equals(key.contextId()) || task.direction() != key.direction()) {
            return Match.NO_TASK;
        }
        if (task.path().equals(key.path())) {
            return Match.EXACT;
        }
        if (trimmed(task.path()).equals(trimmed(key.path()))) {
            return Match.WITHOUT_TRAILING_SLASH;
        }
        return mountedOnce.getAsBoolean() ? Match.CONTEXT_ALONE : Match.NO_TASK;
    }

    private static String trimmed(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /**
     * The entries of a key in one answer.
     *
     * @param match the best way in which any entry matches
     * @param tasks those that match this way; only these can confirm
     * @param all those that match in any way; each of these can hold a sync back
     */
    record Matched(Match match, List<SyncTask> tasks, List<SyncTask> all) {

        static final Matched NOTHING = new Matched(Match.NO_TASK, List.of(), List.of());

        /** The largest start time, {@code Long.MIN_VALUE} without an entry. */
        long largestStart() {
            return all.stream().mapToLong(SyncTask::startTime).max().orElse(Long.MIN_VALUE);
        }

        boolean running() {
            return all.stream().anyMatch(task -> !Acceptance.ended(task));
        }
    }
}
