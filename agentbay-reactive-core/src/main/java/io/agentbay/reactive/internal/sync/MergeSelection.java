package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.MountNotReadyException;
import io.agentbay.reactive.sync.ConflictRule;
import io.agentbay.reactive.sync.SyncPolicy;
import java.util.Collection;
import java.util.List;

/** Which mounts a merge is about, and whether it can be about them. */
final class MergeSelection {

    private MergeSelection() {}

    /** The mounts synced both ways; throws when there is none or one cannot be merged by the rule. */
    static List<MountState> of(Collection<MountState> mounts, ConflictRule rule) {
        List<MountState> chosen = mounts.stream()
                .filter(state -> bothWays(state.mount().policy()))
                .toList();
        if (chosen.isEmpty()) {
            throw refused("The session has no mount that is synced both ways");
        }
        chosen.forEach(state -> requireFit(state, rule));
        return chosen;
    }

    private static boolean bothWays(SyncPolicy policy) {
        return policy.uploads() && policy.downloads();
    }

    private static void requireFit(MountState state, ConflictRule rule) {
        SyncPolicy policy = state.mount().policy();
        if (!policy.isManaged()) {
            throw refused(
                    state.mount() + " is uploaded by the service, or with its deletions, over what a merge brought"
                            + " together; mount it with SyncPolicy.manual().keepingDeleted() to merge it");
        }
        if (policy.isArchived()) {
            throw refused(state.mount() + " is stored as one archive, whose files cannot be told apart");
        }
        if (state.halfDownloaded()) {
            throw notReady(state);
        }
        if (state.base() == null && (rule == ConflictRule.SESSION_WINS || rule == ConflictRule.CONTEXT_WINS)) {
            throw refused("What " + state.mount() + " last had in common with the session is not known here, so that"
                    + " nobody can tell which side changed: download or upload it verified() before the changes, or"
                    + " merge with FAIL or KEEP_BOTH");
        }
    }

    private static MountNotReadyException notReady(MountState state) {
        String path = state.mount().path();
        return new MountNotReadyException(
                "The last download of " + path + " is not confirmed complete, and half of a file is no change to merge;"
                        + " await or repeat the download",
                path,
                ErrorDetails.of("merge").attempts(0));
    }

    private static InvalidRequestException refused(String why) {
        return new InvalidRequestException(why, 0, ErrorDetails.of("merge").attempts(0));
    }
}
