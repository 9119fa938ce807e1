package io.agentbay.reactive.local.core;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sync tasks of one session: what is listed, what runs, what waits for its turn. */
final class TaskBoard {

    private final List<SyncTask> tasks = new ArrayList<>();
    private final Map<String, Deque<SyncTask>> lines = new HashMap<>();
    private final TaskModel model;

    TaskBoard(TaskModel model) {
        this.model = model;
    }

    /** The task of this line that has not ended and was accepted first. */
    synchronized Optional<SyncTask> active(String line) {
        return Optional.ofNullable(lines.get(line)).map(Deque::peek);
    }

    /** Lists a task; true if it is first in its line and may begin. */
    synchronized boolean add(String line, SyncTask task) {
        tasks.add(task);
        Deque<SyncTask> waiting = lines.computeIfAbsent(line, l -> new ArrayDeque<>());
        waiting.add(task);
        return waiting.size() == 1;
    }

    /** Takes an ended task out of its line; the next one may begin. */
    synchronized Optional<SyncTask> next(String line) {
        Deque<SyncTask> waiting = lines.getOrDefault(line, new ArrayDeque<>());
        waiting.poll();
        if (waiting.isEmpty()) {
            lines.remove(line);
        }
        return Optional.ofNullable(waiting.peek());
    }

    /** Every task not yet forgotten, oldest first, whatever a poll shows. */
    synchronized List<SyncTask> all() {
        return List.copyOf(tasks);
    }

    /** What a poll shows now. */
    synchronized List<SyncTask> listed(Instant now) {
        tasks.removeIf(task -> task.endedBefore(now.minus(model.keptFor())));
        List<SyncTask> visible = new ArrayList<>();
        for (SyncTask task : tasks) {
            if (task.visible(now, onlyWhenEnded(task))) {
                visible.add(task);
            }
        }
        return model.history() ? visible : newest(visible);
    }

    /** A task that may turn out to be empty cannot be listed before that is known. */
    private boolean onlyWhenEnded(SyncTask task) {
        return !model.emptySyncMakesTask() && task.run().cause() != TaskRun.Cause.MOUNT;
    }

    private List<SyncTask> newest(List<SyncTask> visible) {
        Map<String, SyncTask> newest = new LinkedHashMap<>();
        for (SyncTask task : visible) {
            newest.remove(task.key());
            newest.put(task.key(), task);
        }
        List<SyncTask> shown = new ArrayList<>(newest.values());
        visible.removeAll(shown);
        visible.removeIf(task -> !replaced(task, newest));
        tasks.removeAll(visible);
        return shown;
    }

    private static boolean replaced(SyncTask task, Map<String, SyncTask> newest) {
        SyncTask other = newest.get(task.key());
        return task.ended() && other != null && other.ended();
    }
}
