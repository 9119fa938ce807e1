package io.agentbay.reactive.local.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** A session: what it was created with, its mounts, labels, tasks and state. */
final class StoredSession {

    private final SessionRow row;
    private final long sequence;
    private final String imageId;
    private final String token;
    private final Transfer transfer;
    private final Duration idleTimeout;
    private final TaskBoard tasks;
    private final List<Mount> mounts = new CopyOnWriteArrayList<>();
    private final FileWatches watches = new FileWatches();
    private final InUse use = new InUse(ServiceError::noSession);
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicInteger commands = new AtomicInteger();
    private volatile Labels labels;
    private volatile SessionStatus status = SessionStatus.RUNNING;
    private volatile Instant active;
    private boolean finishing;

    StoredSession(
            SessionRow row,
            long sequence,
            String imageId,
            String token,
            Transfer transfer,
            Duration idleTimeout,
            Labels labels,
            TaskBoard tasks) {
        this.row = row;
        this.sequence = sequence;
        this.imageId = imageId;
        this.token = token;
        this.transfer = transfer;
        this.idleTimeout = idleTimeout;
        this.labels = labels;
        this.tasks = tasks;
        this.active = row.created();
    }

    String id() {
        return row.id();
    }

    SessionRow row() {
        return row;
    }

    long sequence() {
        return sequence;
    }

    String imageId() {
        return imageId;
    }

    /** Opens the session to who has no API key. */
    String token() {
        return token;
    }

    /** Its context of file transfers, which is made when somebody asks for it. */
    Transfer transfer() {
        return transfer;
    }

    TaskBoard tasks() {
        return tasks;
    }

    List<Mount> mounts() {
        return mounts;
    }

    FileWatches watches() {
        return watches;
    }

    InUse use() {
        return use;
    }

    /** Held by tools that read a file, change it and write it back. */
    ReentrantLock writing() {
        return writing;
    }

    /** How many commands run. */
    AtomicInteger commands() {
        return commands;
    }

    SessionStatus status() {
        return status;
    }

    /** Goes from one state to the next, unless another call was faster. */
    synchronized boolean move(SessionStatus from, SessionStatus to) {
        if (status != from) {
            return false;
        }
        status = to;
        return true;
    }

    /** Begins the end; false if it has begun before. */
    synchronized boolean beginEnd() {
        boolean first = alive();
        if (first) {
            status = SessionStatus.DELETING;
        }
        return first;
    }

    /** Begins the writing down of the end, once, whoever ends it. */
    synchronized boolean beginFinish() {
        boolean first = !finishing;
        finishing = true;
        return first;
    }

    /** The end is written down: from now on it is told. */
    synchronized void finish() {
        status = SessionStatus.FINISH;
    }

    boolean alive() {
        return status != SessionStatus.DELETING && status != SessionStatus.FINISH;
    }

    Labels labels() {
        return labels;
    }

    void labels(Map<String, String> changed, Instant now) {
        labels = labels.changed(changed, now);
    }

    void touch(Instant now) {
        active = now;
    }

    Instant idleUntil() {
        return active.plus(idleTimeout);
    }

    synchronized void mount(List<Mount> added) {
        for (Mount mount : added) {
            if (mounts.stream()
                    .anyMatch(other -> !other.internal() && other.root().equals(mount.root()))) {
                throw new ServiceError(200, "PathAlreadyBound", "The path " + mount.path() + " is already bound.");
            }
        }
        mounts.addAll(added);
    }

    /** Takes back what could not be written down. */
    synchronized void unmount(List<Mount> refused) {
        mounts.removeAll(refused);
    }

    /** The innermost mount that holds this path. */
    Optional<Mount> mountOf(String contextId, String path) {
        return mounts.stream()
                .filter(mount -> mount.context().id().equals(contextId) && Keys.within(mount.root(), path))
                .max(Comparator.comparingInt(mount -> mount.root().length()));
    }

    /** A context that is named before it is made. */
    record Transfer(String id, String name) {}
}
