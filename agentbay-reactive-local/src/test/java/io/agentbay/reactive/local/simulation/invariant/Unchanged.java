package io.agentbay.reactive.local.simulation.invariant;

import io.agentbay.reactive.local.simulation.history.Op;
import io.agentbay.reactive.local.simulation.history.Timed;
import io.agentbay.reactive.local.simulation.world.World;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.sync.Mount;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * I1 for uploads that were to go over nothing: what others put into the context since the earlier version was told, and
 * long enough before to be listed, was seen.
 */
public final class Unchanged {

    /** Times are told in whole seconds: what happens in the second of a listing may look like what was listed. */
    private static final Duration SECONDS = Duration.ofMillis(1_100);

    private static final Set<String> UPLOADS =
            Set.of("upload", "upload-version", "upload-unchanged", "persist", "merge", "hand-over", "use", "close");

    private final World world;
    private final Op op;
    private final long from;
    private final long to;

    /** @param earlier what told the version */
    public Unchanged(World world, Op op, Op earlier) {
        this.world = world;
        this.op = op;
        this.from = earlier.ended();
        this.to = op.invoked() - world.listingLag().toNanos();
    }

    /** Violated when a file under a mount of the session was put by a call and stayed so. */
    public @Nullable String violation(Session session) {
        if (isBesideOthers()) {
            return null;
        }
        return session.mounts().stream()
                .filter(mount -> mount.policy().uploads() && !mount.policy().isArchived())
                .map(this::violation)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether another upload may have put back what the version was of. */
    private boolean isBesideOthers() {
        return world.history().ops().stream()
                .filter(other -> other != op && UPLOADS.contains(other.kind()))
                .anyMatch(other -> other.invoked() < op.ended() && other.ended() > op.invoked());
    }

    private @Nullable String violation(Mount mount) {
        var context = mount.context().value();
        return world.truth().keys(context).stream()
                .filter(key ->
                        mount.contains(key) && isOverwritten(world.truth().object(context, key)))
                .map(key -> op.step() + " " + op.what() + " went over " + key + ", which had changed")
                .findFirst()
                .orElse(null);
    }

    /** Nothing else happened to it all the while. */
    private boolean isOverwritten(Timed object) {
        var then = object.at(from);
        var put = object.at(to);
        return then != null
                && put != null
                && put.at() > from + SECONDS.toNanos()
                && put.by().endsWith(" PUT")
                && !Objects.equals(then.hash(), put.hash())
                && object.stillBetween(from - SECONDS.toNanos(), put.at() - 1)
                && object.stillBetween(put.at() + 1, op.invoked());
    }
}
