package io.agentbay.reactive.local.core;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One sync of one mount in one direction; its changing part is read by many threads. */
final class SyncTask {

    private final TaskRun run;
    private final Mount mount;
    private final TaskFault fault;
    private final Instant accepted;
    private final Instant visibleFrom;
    private volatile Progress progress = new Progress(State.PREPARING, 0, "", false);

    SyncTask(TaskRun run, Mount mount, TaskFault fault, Instant accepted, Instant visibleFrom) {
        this.run = run;
        this.mount = mount;
        this.fault = fault;
        this.accepted = accepted;
        this.visibleFrom = visibleFrom;
    }

    TaskRun run() {
        return run;
    }

    Mount mount() {
        return mount;
    }

    TaskFault fault() {
        return fault;
    }

    Instant accepted() {
        return accepted;
    }

    boolean ended() {
        return progress.state.terminal;
    }

    void begin() {
        progress = new Progress(State.RUNNING, 0, "", false);
    }

    /** Ends as Success, or as Failed if there is a reason; an unlisted task leaves no trace. */
    void end(Instant now, String reason, boolean unlisted) {
        State state = reason.isEmpty() ? State.SUCCESS : State.FAILED;
        progress = new Progress(state, now.getEpochSecond(), reason, unlisted);
    }

    boolean visible(Instant now, boolean onlyWhenEnded) {
        Progress seen = progress;
        boolean late = onlyWhenEnded || fault.kind() == TaskFault.Kind.SHOW_STALE_FIRST;
        return !seen.unlisted && !now.isBefore(visibleFrom) && (seen.state.terminal || !late);
    }

    boolean endedBefore(Instant limit) {
        Progress seen = progress;
        return seen.state.terminal && seen.finished < limit.getEpochSecond();
    }

    String key() {
        return mount.context().id() + " " + run.direction().word() + " " + run.path();
    }

    Map<String, Object> view() {
        Progress seen = progress;
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("contextId", run.contextId());
        view.put("path", run.path());
        view.put("errorMessage", seen.reason);
        view.put("status", seen.state.word);
        view.put("startTime", accepted.getEpochSecond());
        view.put("finishTime", seen.finished);
        view.put("taskType", run.direction().word());
        return view;
    }

    private record Progress(State state, long finished, String reason, boolean unlisted) {}

    private enum State {
        PREPARING("Preparing", false),
        RUNNING("Running", false),
        SUCCESS("Success", true),
        FAILED("Failed", true);

        private final String word;
        private final boolean terminal;

        State(String word, boolean terminal) {
            this.word = word;
            this.terminal = terminal;
        }
    }
}
