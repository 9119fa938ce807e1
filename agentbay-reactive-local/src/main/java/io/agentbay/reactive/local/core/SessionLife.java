package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Starts sessions, releases idle ones and ends them, with the upload that comes before. */
final class SessionLife {

    /** Clients of some languages know the context of a session they find again by this name. */
    private static final String TRANSFER_NAME = "file-transfer-context-";

    private final Ground ground;
    private final SessionTable sessions;
    private final SyncTasks tasks;
    private final ContextLife contexts;
    private final CommandRunner commands;
    private final SessionModel model;

    SessionLife(Ground ground, SessionTable sessions, SyncTasks tasks, ContextLife contexts, CommandRunner commands) {
        this.ground = ground;
        this.sessions = sessions;
        this.tasks = tasks;
        this.contexts = contexts;
        this.commands = commands;
        this.model = ground.model().sessions();
        tasks.onEndSession(this::vanish);
    }

    StoredSession start(
            String tenant, String imageId, Duration idleTimeout, Map<String, String> labels, List<Mount> mounts) {
        Instant now = ground.now();
        SessionRow row = new SessionRow(ground.ids().next("s-"), tenant, ground.nowKept(), null);
        Labels all = Labels.of(labels, now, model.labelLag());
        StoredSession session = new StoredSession(
                row,
                sessions.nextSequence(),
                imageId,
                ground.ids().next("tok-") + ground.ids().next(""),
                new StoredSession.Transfer(ground.ids().next(ContextLife.ID), TRANSFER_NAME + row.id()),
                idleTimeout,
                all,
                new TaskBoard(ground.model().tasks()));
        session.mount(mounts);
        prepareFiles(session);
        writeStart(session, mounts);
        startMounts(session, mounts);
        ground.agenda().plan(session.idleUntil(), () -> releaseIfIdle(session));
        return session;
    }

    private void writeStart(StoredSession session, List<Mount> mounts) {
        try {
            ground.journal().change(() -> {
                ground.journal().commit(changes -> {
                    changes.put(session.row());
                    contexts.used(mounts, changes);
                });
                sessions.add(session);
                contexts.showUsed(mounts);
                return session;
            });
        } catch (ServiceError e) {
            discardFiles(session);
            throw e;
        }
    }

    /** Mounts into a session that runs already. */
    void bind(StoredSession session, List<Mount> mounts) {
        session.use().with(() -> createDirectories(session, mounts));
        session.mount(mounts);
        try {
            ground.journal().change(() -> {
                ground.journal().commit(changes -> contexts.used(mounts, changes));
                contexts.showUsed(mounts);
                return session;
            });
        } catch (ServiceError e) {
            session.unmount(mounts);
            throw e;
        }
        startMounts(session, mounts);
    }

    private void prepareFiles(StoredSession session) {
        try {
            files(session).create();
            createDirectories(session, session.mounts());
        } catch (IOException e) {
            discardFiles(session);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            discardFiles(session);
            throw e;
        }
    }

    private void startMounts(StoredSession session, List<Mount> mounts) {
        for (Mount mount : mounts) {
            if (!mount.internal()) {
                tasks.accept(session, mount, mount.path(), TaskRun.Direction.DOWNLOAD, TaskRun.Cause.MOUNT);
            }
        }
    }

    /** Before anything is mounted, because a path that cannot be a directory, being a file or a link, is the caller's. */
    private List<Mount> createDirectories(StoredSession session, List<Mount> mounts) {
        for (Mount mount : mounts) {
            try {
                files(session).createDirectories(mount.directory());
            } catch (NotDirectoryException | FileAlreadyExistsException inTheWay) {
                throw ServiceError.invalid("Path", "leads through something that is no directory: " + mount.path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return mounts;
    }

    SessionFiles files(StoredSession session) {
        return new SessionFiles(ground.disk(), session.id(), ground.ids());
    }

    private void releaseIfIdle(StoredSession session) {
        Instant now = ground.now();
        boolean busy =
                session.status() == SessionStatus.PAUSED || session.commands().get() > 0;
        if (!session.alive()) {
            return;
        }
        Instant until = busy ? now.plus(model.idleTimeout()) : session.idleUntil();
        if (now.isBefore(until)) {
            ground.agenda().plan(until, () -> releaseIfIdle(session));
        } else {
            releaseLater(session);
        }
    }

    /** Accepts the end of a session; the upload and the end itself come by the agenda. */
    void releaseLater(StoredSession session) {
        if (!session.beginEnd()) {
            throw ServiceError.noSession();
        }
        commands.end(session.id());
        ground.planIn(model.ending(), () -> release(session));
    }

    /** Ends a session before it returns. */
    void releaseNow(StoredSession session) {
        if (!session.beginEnd()) {
            throw ServiceError.noSession();
        }
        release(session);
    }

    private void release(StoredSession session) {
        if (upload(session)) {
            end(session);
        }
    }

    private boolean upload(StoredSession session) {
        boolean wanted = model.releaseUpload() == SessionModel.ReleaseUpload.AS_POLICY;
        boolean ended = true;
        for (Mount mount : wanted ? session.mounts() : List.<Mount>of()) {
            if (mount.policy().autoUpload() && !tasks.release(session, mount)) {
                ended = false;
            }
        }
        return ended;
    }

    /** Ends a session without its upload. */
    void vanish(StoredSession session) {
        session.beginEnd();
        end(session);
    }

    private void end(StoredSession session) {
        if (session.beginFinish()) {
            ground.untilRoom(() -> writeEnd(session));
        }
    }

    private void writeEnd(StoredSession session) {
        Instant now = ground.now();
        SessionRow row = session.row();
        SessionRow ended = new SessionRow(row.id(), row.tenant(), row.created(), now);
        ground.journal().change(() -> {
            ground.journal().commit(changes -> changes.put(ended));
            session.finish();
            sessions.end(session);
            return ended;
        });
        planForget(ended, now);
        discard(session);
    }

    /** An ended session is described for some time, then forgotten. */
    void planForget(SessionRow row, Instant ended) {
        ground.agenda().plan(ended.plus(model.endedFor()), () -> forget(row.id()));
    }

    private void forget(String id) {
        ground.journal().change(() -> {
            ground.journal().commit(changes -> changes.removeSession(id));
            sessions.forget(id);
            return id;
        });
    }

    /** Files go when nothing that runs can write them again. */
    private void discard(StoredSession session) {
        session.use().end();
        session.mounts().stream().filter(Mount::internal).forEach(mount -> contexts.delete(mount.context()));
        commands.end(session.id()).thenRun(() -> discardFiles(session));
    }

    private void discardFiles(StoredSession session) {
        try {
            files(session).discard();
        } catch (IOException discardedByTheNextStart) {
            return;
        }
    }
}
