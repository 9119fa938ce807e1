package io.agentbay.reactive.local.simulation.workload;

import io.agentbay.reactive.common.MountOutcome;
import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.common.MountOutcome.State;
import io.agentbay.reactive.local.simulation.history.Op;
import io.agentbay.reactive.local.simulation.invariant.Saved.Since;
import io.agentbay.reactive.local.simulation.invariant.Unchanged;
import io.agentbay.reactive.local.simulation.world.Client.Versioned;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.sync.ConflictRule;
import io.agentbay.reactive.sync.DownloadRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncReport;
import io.agentbay.reactive.sync.UploadRequest;
import java.util.List;

/** Syncs of sessions. */
final class SyncDeeds {

    private SyncDeeds() {}

    static Deed upload(String slot, Level level) {
        return new Deed("upload " + slot + " " + level, (actor, op) -> {
            var session = actor.session(slot);
            if (session == null) {
                return null;
            }
            var request = switch (level) {
                case CONFIRMED -> UploadRequest.all();
                case LISTED -> UploadRequest.all().listed();
                case VERIFIED -> UploadRequest.all().verified();
            };
            return session.sync().upload(request).doOnNext(report -> claimSaved(actor, op, session, report));
        });
    }

    /** An upload that tells which version of the context it made. */
    static Deed versioned(String slot) {
        return new Deed("upload-version " + slot, (actor, op) -> {
            var session = actor.session(slot);
            return session == null
                    ? null
                    : session.sync()
                            .upload(UploadRequest.all().versioned())
                            .doOnNext(report -> versioned(actor, op, session, report));
        });
    }

    private static void versioned(Actor actor, Op op, Session session, SyncReport report) {
        claimSaved(actor, op, session, report);
        boolean told = report.mounts().stream().anyMatch(mount -> mount.version() != null);
        if (told) {
            actor.client().versions().put(session.id().value(), new Versioned(op, report));
        }
    }

    /** An upload that must not go over what others changed since the last version that was told. */
    static Deed ifUnchanged(String slot) {
        return new Deed("upload-unchanged " + slot, (actor, op) -> {
            var session = actor.session(slot);
            var earlier = session == null
                    ? null
                    : actor.client().versions().get(session.id().value());
            if (session == null || earlier == null) {
                return null;
            }
            return session.sync()
                    .upload(UploadRequest.all().ifUnchangedSince(earlier.report()))
                    .doOnNext(report -> {
                        op.claims("I1", () -> new Unchanged(actor.world(), op, earlier.op()).violation(session));
                        versioned(actor, op, session, report);
                    });
        });
    }

    /** Mounts a context into a session that runs. */
    static Deed bind(String slot, String context, SyncPolicy policy) {
        var what = "bind " + context + " to " + slot + " " + SessionDeeds.words(policy);
        return new Deed(what, (actor, op) -> {
            var session = actor.session(slot);
            if (session == null) {
                return null;
            }
            return ContextDeeds.known(actor, context)
                    .map(id -> Mount.of(id, SessionDeeds.MORE, policy))
                    .flatMap(mount -> session.sync().bind(mount).doOnNext(binding -> {
                        if (policy.downloadsAutomatically()) {
                            op.claims(
                                    "I1",
                                    () -> actor.saved()
                                            .downloads(op, session.id().value(), List.of(mount)));
                        }
                    }));
        });
    }

    static void claimSaved(Actor actor, Op op, Session session, SyncReport report) {
        var outcomes =
                report.mounts().stream().map(SyncReport.MountReport::outcome).toList();
        op.tells(outcomes.stream()
                .map(each -> each.state() + " " + each.level())
                .toList()
                .toString());
        op.claims("I1", () -> actor.saved().uploads(op, session, outcomes, op.invoked(), Since.CALL));
    }

    /** What was compared is the one file; of the rest of its mount a task that succeeded says as much as ever. */
    private static void claimSynced(Actor actor, Op op, Session session, SyncReport report) {
        var outcomes = report.mounts().stream()
                .map(SyncReport.MountReport::outcome)
                .filter(each -> each.state() == State.SYNCED)
                .map(each -> new MountOutcome(each.context(), each.path(), each.state(), Level.CONFIRMED, null))
                .toList();
        op.tells(report.mounts().stream()
                .map(each -> each.outcome().state() + " " + each.outcome().level())
                .toList()
                .toString());
        op.claims("I1", () -> actor.saved().uploads(op, session, outcomes, op.invoked(), Since.CALL));
    }

    static Deed persist(String slot, FileDeeds.Written file) {
        return new Deed("persist " + slot + " " + file, (actor, op) -> {
            var session = actor.session(slot);
            if (session == null) {
                return null;
            }
            return session.sync().persist(file.path(), file.text()).doOnNext(report -> {
                claimSynced(actor, op, session, report);
                op.claims("I1", () -> actor.saved().persisted(op, session, file.path(), file.text()));
            });
        });
    }

    static Deed download(String slot, Level level, boolean overwriting) {
        return new Deed("download " + slot + " " + level, (actor, op) -> {
            var session = actor.session(slot);
            if (session == null) {
                return null;
            }
            var request = switch (level) {
                case CONFIRMED -> DownloadRequest.all();
                case LISTED -> DownloadRequest.all().listed();
                case VERIFIED -> DownloadRequest.all().verified();
            };
            var mounts = session.mounts().stream()
                    .filter(mount -> mount.policy().downloads())
                    .toList();
            return session.sync()
                    .download(overwriting ? request.overwritingUnsaved() : request)
                    .doOnNext(report -> op.claims(
                            "I1", () -> actor.saved().downloads(op, session.id().value(), mounts)));
        });
    }

    static Deed merge(String slot) {
        return new Deed("merge " + slot, (actor, op) -> {
            var session = actor.session(slot);
            return session == null ? null : session.sync().merge(ConflictRule.KEEP_BOTH);
        });
    }
}
