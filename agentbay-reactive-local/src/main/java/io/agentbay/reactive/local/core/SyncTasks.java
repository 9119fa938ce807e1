package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Accepts sync tasks and leads each through its visible life: Preparing, Running, Success or Failed. */
final class SyncTasks {

    private final Ground ground;
    private final SyncWork work;
    private final TaskModel model;
    private volatile TaskFaults faults = run -> TaskFault.NONE;
    private Consumer<StoredSession> onEndSession = session -> {};

    SyncTasks(Ground ground, SyncWork work) {
        this.ground = ground;
        this.work = work;
        this.model = ground.model().tasks();
    }

    void faults(TaskFaults decide) {
        faults = decide;
    }

    void onEndSession(Consumer<StoredSession> end) {
        onEndSession = end;
    }

    /** Accepts a task; it begins later, by the agenda. */
    void accept(StoredSession session, Mount mount, String path, TaskRun.Direction direction, TaskRun.Cause cause) {
        boolean joins = model.whileRunning() == TaskModel.WhileRunning.JOIN;
        if (joins && session.tasks().active(line(mount, direction)).isPresent()) {
            return;
        }
        SyncTask task = task(session, mount, path, direction, cause);
        if (session.tasks().add(line(mount, direction), task)) {
            planBegin(session, task);
        }
    }

    /** Runs the upload of an ending session now; false if it sticks. */
    boolean release(StoredSession session, Mount mount) {
        SyncTask task = task(session, mount, mount.path(), TaskRun.Direction.UPLOAD, TaskRun.Cause.RELEASE);
        session.tasks().add(line(mount, TaskRun.Direction.UPLOAD) + " release", task);
        task.begin();
        Result result = attempt(session, task);
        if (!result.stuck) {
            task.end(ground.now(), result.reason, false);
        }
        return !result.stuck;
    }

    private SyncTask task(
            StoredSession session, Mount mount, String path, TaskRun.Direction direction, TaskRun.Cause cause) {
        TaskRun run = new TaskRun(session.id(), mount.context().id(), mount.path(), path, direction, cause);
        Instant now = ground.now();
        return new SyncTask(run, mount, faults.decide(run), now, now.plus(model.visibleAfter()));
    }

    private static String line(Mount mount, TaskRun.Direction direction) {
        return direction.word() + " " + mount.root();
    }

    private void planBegin(StoredSession session, SyncTask task) {
        ground.planIn(model.preparing(), () -> begin(session, task));
    }

    private void begin(StoredSession session, SyncTask task) {
        if (!session.alive()) {
            end(session, task, new Result("the session has ended", Moved.NOTHING, false));
            return;
        }
        task.begin();
        Result result = attempt(session, task);
        if (!result.stuck) {
            ground.planIn(result.moved.cost(model), () -> end(session, task, result));
        }
    }

    private Result attempt(StoredSession session, SyncTask task) {
        switch (task.fault().kind()) {
            case FAIL:
                return new Result(task.fault().reason(), Moved.NOTHING, false);
            case STICK:
                return new Result("", Moved.NOTHING, true);
            case LOSE_DATA:
                return new Result("", new Moved(1, 0), false);
            case END_SESSION:
                onEndSession.accept(session);
                return new Result("the session has ended", Moved.NOTHING, false);
            default:
                return work(session, task);
        }
    }

    private Result work(StoredSession session, SyncTask task) {
        try {
            Moved moved = session.use().with(() -> work.run(session, task));
            return new Result(task.fault().reason(), moved, false);
        } catch (IOException | RuntimeException e) {
            return new Result(Reasons.of(e), Moved.NOTHING, false);
        }
    }

    private void end(StoredSession session, SyncTask task, Result result) {
        boolean empty = result.reason.isEmpty() && result.moved.files() == 0;
        boolean unlisted = empty && !model.emptySyncMakesTask() && task.run().cause() != TaskRun.Cause.MOUNT;
        task.end(ground.now(), result.reason, unlisted);
        Optional<SyncTask> next =
                session.tasks().next(line(task.mount(), task.run().direction()));
        next.ifPresent(following -> planBegin(session, following));
    }

    private record Result(String reason, Moved moved, boolean stuck) {}
}
