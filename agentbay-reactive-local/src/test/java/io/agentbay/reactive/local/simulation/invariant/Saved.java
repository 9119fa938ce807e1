package io.agentbay.reactive.local.simulation.invariant;

import io.agentbay.reactive.common.MountOutcome;
import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.common.MountOutcome.State;
import io.agentbay.reactive.local.core.StorageModel;
import io.agentbay.reactive.local.core.TaskFault;
import io.agentbay.reactive.local.core.TaskRun;
import io.agentbay.reactive.local.simulation.fault.Weather.Struck;
import io.agentbay.reactive.local.simulation.history.Archives;
import io.agentbay.reactive.local.simulation.history.Op;
import io.agentbay.reactive.local.simulation.history.Sha256;
import io.agentbay.reactive.local.simulation.history.Timed;
import io.agentbay.reactive.local.simulation.history.Truth.Version;
import io.agentbay.reactive.local.simulation.world.World;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.sync.Mount;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * I1 for what goes up and down: every file the session held when the call began was in the context, as it was or newer,
 * before the call succeeded; and the other way round.
 */
public final class Saved {

    /**
     * Since when a file may have been in the context: since the call, or since it was written. The latter is what a close
     * claims, which uploads only what its client's calls may have changed; what a stranger wrote it does not know of.
     */
    public enum Since {
        CALL,
        WRITE
    }

    private final World world;

    public Saved(World world) {
        this.world = world;
    }

    /** Violated when a file of these mounts never arrived at the level claimed. */
    public @Nullable String uploads(Op op, Session in, List<MountOutcome> outcomes, long called, Since since) {
        var session = in.id().value();
        for (var outcome : outcomes) {
            var level = outcome.level() == null ? Level.CONFIRMED : outcome.level();
            boolean synced = world.strangers().contains(session + " " + outcome.path());
            var missing = missing(op, in, outcome, synced ? Level.VERIFIED : level, called, since);
            if (synced) {
                world.history().count("risk " + level + (missing == null ? " true" : " false"));
            }
            boolean deceived = level == Level.CONFIRMED && (synced || lied(session)) || level == Level.LISTED && synced;
            if (missing != null && !deceived) {
                return missing;
            }
        }
        return null;
    }

    /** Whether the service said of a task that it succeeded and moved nothing: only content would tell. */
    private boolean lied(String session) {
        return world.weather().struck().stream()
                .anyMatch(struck -> struck.run().sessionId().equals(session)
                        && struck.run().direction() == TaskRun.Direction.UPLOAD
                        && lost(struck));
    }

    private @Nullable String missing(Op op, Session in, MountOutcome mount, Level level, long called, Since since) {
        var session = in.id().value();
        for (var file : world.truth().files(session)) {
            if (!file.startsWith(mount.path() + "/")) {
                continue;
            }
            var versions = world.truth().file(session, file);
            var held = versions.at(called);
            if (held == null || held.hash() == null || since == Since.WRITE && held.isStrangers()) {
                continue;
            }
            var good = acceptable(versions.versions(), held, op.ended());
            if (good == null) {
                continue;
            }
            long from = since == Since.CALL ? called : held.at();
            var object = stored(mount, isArchived(in, mount.path()), file);
            boolean sizesOnly = level == Level.LISTED && (lied(session) || mount.state() == State.UNCHANGED);
            if (!object.everBetween(from, op.ended(), matches(sizesOnly, good))) {
                return op.step() + " " + op.what() + " said " + level + ", but " + file + " of " + session
                        + ", written at " + World.seconds(held.at()) + ", was never in the context from "
                        + World.seconds(from) + " to " + World.seconds(op.ended());
            }
        }
        return null;
    }

    private static Predicate<Version> matches(boolean sizesOnly, Set<Version> good) {
        return object -> good.stream()
                .anyMatch(version -> sizesOnly
                        ? object.hash() != null && object.size() == version.size()
                        : String.valueOf(version.hash()).equals(object.hash()));
    }

    /** This version and all later ones; null when the file was deleted meanwhile, so that anything goes. */
    private static @Nullable Set<Version> acceptable(List<Version> versions, Version held, long until) {
        var good = new HashSet<Version>();
        for (var version : versions) {
            if (version.at() >= held.at() && version.at() <= until) {
                if (version.hash() == null) {
                    return null;
                }
                good.add(version);
            }
        }
        return good;
    }

    private static boolean isArchived(Session session, String path) {
        return session.mounts().stream()
                .anyMatch(mount -> mount.path().equals(path) && mount.policy().isArchived());
    }

    /** A file of a mount, as its context holds it: by itself or in an archive. */
    private Timed stored(MountOutcome mount, boolean archived, String file) {
        var context = mount.context().value();
        return archived
                ? world.truth()
                        .archives()
                        .file(
                                archive(context, mount.path()),
                                file.substring(mount.path().length()))
                : world.truth().object(context, key(mount.path(), file));
    }

    private Archives.Key archive(String context, String mount) {
        return Archives.of(context, isRelative() ? "" : mount);
    }

    private boolean isRelative() {
        return world.service().model().storage().keys() == StorageModel.Keys.RELATIVE;
    }

    private String key(String mount, String file) {
        return isRelative() ? file.substring(mount.length()) : file;
    }

    /** Violated when an object that lay still in a context never arrived in the session. */
    public @Nullable String downloads(Op op, String session, List<Mount> mounts) {
        boolean deceived = world.weather().struck().stream()
                .anyMatch(struck -> struck.run().sessionId().equals(session)
                        && struck.run().direction() == TaskRun.Direction.DOWNLOAD
                        && lost(struck));
        if (deceived) {
            return null;
        }
        return mounts.stream()
                .flatMap(mount -> held(mount).entrySet().stream()
                        .map(file -> downloads(op, session, mount, file.getKey(), file.getValue())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What the context of a mount holds for it, by the path in the session. */
    private Map<String, Timed> held(Mount mount) {
        var context = mount.context().value();
        var files = new TreeMap<String, Timed>();
        if (mount.policy().isArchived()) {
            var archive = archive(context, mount.path());
            world.truth()
                    .archives()
                    .files(archive)
                    .forEach(below -> files.put(
                            mount.path() + below, world.truth().archives().file(archive, below)));
        } else {
            // Nobody asks for the mark of an empty directory.
            world.truth().keys(context).stream()
                    .filter(key -> !key.endsWith("/"))
                    .forEach(key -> files.put(
                            isRelative() ? mount.path() + key : key,
                            world.truth().object(context, key)));
        }
        return files;
    }

    private boolean lost(Struck struck) {
        var kind = struck.fault().kind();
        return kind == TaskFault.Kind.LOSE_DATA || kind == TaskFault.Kind.LOSE_HALF;
    }

    private @Nullable String downloads(Op op, String session, Mount mount, String file, Timed object) {
        var held = object.at(op.invoked());
        boolean still = object.versions().stream()
                .noneMatch(version -> version.at() > op.invoked() && version.at() <= op.ended());
        if (!mount.contains(file) || held == null || held.hash() == null || !still) {
            return null;
        }
        var there = world.truth().file(session, file);
        var hash = held.hash();
        boolean arrived = there.everBetween(
                op.invoked(),
                op.ended(),
                version -> String.valueOf(version.hash()).equals(hash));
        return arrived
                ? null
                : op.step() + " " + op.what() + " succeeded, but " + file + " of " + mount.context()
                        + " never arrived in " + session;
    }

    /** Violated when neither the content that was persisted nor a later one was ever in its context. */
    public @Nullable String persisted(Op op, Session session, String path, String text) {
        var hash = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
        for (var mount : session.mounts()) {
            if (mount.contains(path)) {
                var object = world.truth().object(mount.context().value(), key(mount.path(), path));
                var versions = world.truth().file(session.id().value(), path).versions();
                var written = versions.stream()
                        .filter(each -> hash.equals(each.hash()) && each.at() <= op.ended())
                        .findFirst();
                var good = written.isEmpty() ? null : acceptable(versions, written.get(), op.ended());
                boolean there = good == null || object.everBetween(op.invoked(), op.ended(), matches(false, good));
                return there ? null : op.step() + " " + op.what() + " succeeded, but the context never held that";
            }
        }
        return null;
    }

    /** Whether others deleted or replaced in the context what was on its way through it. */
    private boolean takenBetween(Op op, Mount mount, String file, Set<Version> good) {
        return world.truth().object(mount.context().value(), key(mount.path(), file)).versions().stream()
                .filter(object -> object.at() > op.invoked() && object.at() <= op.ended())
                .anyMatch(object -> !matches(false, good).test(object));
    }

    /** Violated when a file of these mounts of the one session never came to the other. */
    public @Nullable String handedOver(Op op, Session source, Session target, List<Mount> mounts) {
        for (var mount : mounts) {
            for (var file : world.truth().files(source.id().value())) {
                var versions = world.truth().file(source.id().value(), file);
                var held = versions.at(op.invoked());
                if (!mount.contains(file) || held == null || held.hash() == null) {
                    continue;
                }
                var good = acceptable(versions.versions(), held, op.ended());
                var there = world.truth().file(target.id().value(), file);
                boolean arrived = good == null || there.everBetween(op.invoked(), op.ended(), matches(false, good));
                if (!arrived && !takenBetween(op, mount, file, good)) {
                    return op.step() + " " + op.what() + " succeeded, but " + file + " never came there";
                }
            }
        }
        return null;
    }
}
