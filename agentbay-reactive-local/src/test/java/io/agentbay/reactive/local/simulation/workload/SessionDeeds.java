package io.agentbay.reactive.local.simulation.workload;

import io.agentbay.reactive.common.MountOutcome;
import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.common.MountOutcome.State;
import io.agentbay.reactive.local.simulation.history.Op;
import io.agentbay.reactive.local.simulation.invariant.Saved.Since;
import io.agentbay.reactive.session.CloseMode;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionQuery;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionState;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;

/** Sessions: create, use, hand over, close. */
public final class SessionDeeds {

    static final String MOUNT = "/mnt/data";

    /** Where contexts are mounted later. */
    static final String MORE = "/mnt/more";

    /** Wherever contexts are mounted. */
    public static final List<String> MOUNTS = List.of(MOUNT, MORE);

    /** How long an unsaved session is kept alive. */
    public static final Duration KEPT = Duration.ofMinutes(10);

    private SessionDeeds() {}

    static Deed create(String slot, String context, SyncPolicy policy, Duration idle, boolean readyLater) {
        var what =
                "create " + slot + " mounting " + context + " " + words(policy) + (readyLater ? ", ready later" : "");
        return new Deed(what, (actor, op) -> {
            if (actor.session(slot) != null) {
                return null;
            }
            return ContextDeeds.known(actor, context)
                    .flatMap(id -> {
                        var mount = Mount.of(id, MOUNT, policy);
                        var request = request(actor, readyLater ? mount.readyLater() : mount, idle);
                        return actor.client().api().sessions().create(request);
                    })
                    .doOnNext(session -> {
                        actor.client().receives(slot, session);
                        op.tells(session.id().value());
                        claimReady(actor, op, session);
                    });
        });
    }

    /** A session without a context. */
    static Deed createBare(String slot) {
        return new Deed(
                "create " + slot + " mounting nothing",
                (actor, op) -> actor.client()
                        .api()
                        .sessions()
                        .create(SessionRequest.ephemeral()
                                .label("owner", actor.client().name()))
                        .doOnNext(session -> actor.client().receives(slot, session)));
    }

    private static SessionRequest request(Actor actor, Mount mount, Duration idle) {
        return SessionRequest.mounting(mount)
                .label("owner", actor.client().name())
                .idleTimeout(idle)
                .keepFor(KEPT);
    }

    static String words(SyncPolicy policy) {
        if (policy.isManaged()) {
            return policy.isArchived() ? "managed archived" : "managed";
        }
        return (policy.uploadsAutomatically() ? "automatic" : "manual")
                + (policy.propagatesDeletions() ? " mirrored" : " keeping")
                + (policy.isArchived() ? " archived" : "")
                + (policy.autoSync() == null ? "" : " synced by itself");
    }

    private static void claimReady(Actor actor, Op op, Session session) {
        var mounts = session.mounts().stream()
                .filter(mount -> mount.policy().downloadsAutomatically() && !mount.isReadyLater())
                .toList();
        var id = session.id().value();
        op.claims("I1", () -> actor.saved().downloads(op, id, mounts));
    }

    /** A session for a few writes, saved and closed. */
    static Deed use(String context, SyncPolicy policy, Duration idle, List<FileDeeds.Written> writes) {
        return new Deed("use mounting " + context + " " + words(policy) + " " + writes, (actor, op) -> {
            var worked = new AtomicLong();
            var ids = new ArrayList<Session>();
            return ContextDeeds.known(actor, context)
                    .flatMap(id -> actor.client()
                            .api()
                            .sessions()
                            .use(request(actor, Mount.of(id, MOUNT, policy), idle), session -> {
                                ids.add(session);
                                return Mono.when(writes.stream()
                                                .map(write -> session.files().write(write.path(), write.text()))
                                                .toList())
                                        .then(Mono.fromCallable(() -> {
                                            worked.set(actor.world().timeline().now());
                                            return "done";
                                        }));
                            }))
                    .doOnSuccess(done -> {
                        var session = ids.get(0);
                        claimClosed(actor, op, session, worked.get());
                    });
        });
    }

    static Deed close(String slot, CloseMode mode) {
        return new Deed("close " + slot + (mode == CloseMode.SAVE_FIRST ? "" : " without saving"), (actor, op) -> {
            var session = actor.session(slot);
            if (session == null) {
                return null;
            }
            return session.close(mode).doOnSuccess(report -> {
                actor.client().sessions().remove(slot, session);
                if (mode == CloseMode.SAVE_FIRST) {
                    claimClosed(actor, op, session, op.invoked());
                }
            });
        });
    }

    private static void claimClosed(Actor actor, Op op, Session session, long called) {
        var id = session.id().value();
        var outcomes = session.mounts().stream()
                .filter(mount -> mount.policy().uploads())
                .map(mount -> new MountOutcome(mount.context(), mount.path(), State.SYNCED, Level.CONFIRMED, null))
                .toList();
        op.claims("I1", () -> actor.saved().uploads(op, session, outcomes, called, Since.WRITE));
        // With a disk that failed the service ends sessions in memory alone.
        boolean finished = actor.world().service().hasFinished(id);
        op.claims("I1", () -> {
            boolean over = actor.world().truth().ended(id) <= op.ended() || finished;
            return over ? null : op.step() + " " + op.what() + " succeeded, but session " + id + " lived on";
        });
    }

    /** What a program does that starts again after a crash: saves and closes whatever still runs of the one before. */
    static Deed sweep(String owner) {
        return new Deed("sweep what " + owner + " left", (actor, op) -> {
            var sessions = actor.client().api().sessions();
            return sessions.list(SessionQuery.label("owner", owner).state(SessionState.RUNNING))
                    .flatMapDelayError(
                            found -> sessions.get(found.id()).flatMap(session -> {
                                var closing = actor.world()
                                        .history()
                                        .invoke(actor.client().name(), op.step(), "close " + found.id());
                                return session.close()
                                        .doOnSuccess(report -> {
                                            claimClosed(actor, closing, session, closing.invoked());
                                            actor.world().history().ok(closing);
                                        })
                                        .doOnError(
                                                error -> actor.world().history().failed(closing, error));
                            }),
                            1,
                            1)
                    .then();
        });
    }

    static Deed detach(String slot) {
        return new Deed("detach " + slot, (actor, op) -> {
            var session = actor.session(slot);
            if (session == null) {
                return null;
            }
            return Mono.fromCallable(() -> {
                actor.client().detached().add(session.detach().value());
                actor.client().sessions().remove(slot, session);
                return "detached";
            });
        });
    }

    static Deed deleteUnsaved(String slot) {
        return new Deed("delete " + slot + " unsaved", (actor, op) -> {
            var session = actor.session(slot);
            if (session == null) {
                return null;
            }
            actor.client().dared().add(session.id().value());
            return actor.client()
                    .api()
                    .sessions()
                    .deleteUnsaved(session.id())
                    .doOnSuccess(done -> actor.client().sessions().remove(slot, session));
        });
    }

    static Deed handOver(String from, String to) {
        return new Deed("hand-over from " + from + " to " + to, (actor, op) -> {
            var source = actor.session(from);
            var target = actor.session(to);
            if (source == null || target == null || source.id().equals(target.id())) {
                return null;
            }
            var mounts = shared(source, target);
            return source.handOverTo(target).doOnSuccess(report -> {
                var outcomes = report.uploaded().mounts().stream()
                        .map(mount -> mount.outcome())
                        .toList();
                op.claims("I1", () -> actor.saved().uploads(op, source, outcomes, op.invoked(), Since.CALL));
                op.claims("I1", () -> actor.saved().handedOver(op, source, target, mounts));
            });
        });
    }

    /** What both mount at the same path now. */
    private static List<Mount> shared(Session source, Session target) {
        return source.mounts().stream()
                .filter(mount -> target.mounts().stream()
                        .anyMatch(other -> other.context().equals(mount.context())
                                && other.path().equals(mount.path())))
                .toList();
    }

    static Deed keepAlive(String slot) {
        return new Deed("keep-alive " + slot, (actor, op) -> {
            var session = actor.session(slot);
            return session == null ? null : session.control().keepAlive();
        });
    }
}
