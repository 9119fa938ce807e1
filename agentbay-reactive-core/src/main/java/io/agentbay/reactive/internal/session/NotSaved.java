package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.common.MountOutcome;
import io.agentbay.reactive.error.SyncFailedException;
import io.agentbay.reactive.error.SyncUnconfirmedException;
import io.agentbay.reactive.sync.Mount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about each mount after a save that did not succeed. */
final class NotSaved {

    private NotSaved() {}

    /** First what the sync found out, then the mounts it says nothing about. */
    static List<MountOutcome> outcomes(SessionRuntime session, List<Mount> concerned, Throwable error) {
        var all = new ArrayList<>(told(error));
        var reason = Failures.toFailure(error).message();
        session.mounts().stream()
                .filter(mount ->
                        all.stream().noneMatch(outcome -> outcome.path().equals(mount.path())))
                .map(mount -> concerned.contains(mount)
                        ? outcome(mount, MountOutcome.State.UNCONFIRMED, reason)
                        : outcome(mount, MountOutcome.State.UNCHANGED, null))
                .forEach(all::add);
        return all;
    }

    static MountOutcome outcome(Mount mount, MountOutcome.State state, @Nullable String reason) {
        return new MountOutcome(mount.context(), mount.path(), state, null, reason);
    }

    private static List<MountOutcome> told(Throwable error) {
        if (error instanceof SyncFailedException failed) {
            return failed.mounts();
        }
        return error instanceof SyncUnconfirmedException unconfirmed ? unconfirmed.mounts() : List.of();
    }
}
