package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.sync.Mount;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a proven sync of one mount leaves behind for the next ones, and the version its report names. */
final class MountMemory {

    private final MountTools tools;
    private final SyncJob job;
    private final Plan plan;
    private final Mount mount;

    MountMemory(MountTools tools, SyncJob job, Plan plan) {
        this.tools = tools;
        this.job = job;
        this.plan = plan;
        this.mount = plan.state().mount();
    }

    /** The sync was confirmed. */
    void confirmed() {
        if (!job.upload()) {
            plan.state().downloaded();
        } else if (plan.stamp() != Plan.NO_STAMP) {
            tools.writes().saved(mount.path(), plan.stamp());
        }
    }

    /** Both sides were looked at. */
    void saw(Seen seen) {
        Map<String, SeenFile> files = plan.session();
        if (job.upload() && files != null) {
            plan.state().confirmedFiles(files);
        }
        if (!seen.hashes().isEmpty()) {
            Map<String, SeenFile> listing =
                    job.upload() ? seen.sides().found() : seen.sides().expected();
            plan.state().base(base -> base.after(seen, listing));
        }
    }

    /** The version to report; null where nobody asked for one and none was to be had by the way. */
    @Nullable
    String version(@Nullable Level level, @Nullable Seen seen) {
        Map<String, SeenFile> listing = listing(level, seen);
        return listing == null ? null : tools.listings().add(listing);
    }

    /**
     * After an upload, what is listed now; after a download only a listing that is surely not newer than what arrived:
     * one whose content was compared, or one from before it began.
     */
    private @Nullable Map<String, SeenFile> listing(@Nullable Level level, @Nullable Seen seen) {
        if (seen != null && job.upload()) {
            return uploaded(seen.sides());
        }
        return seen != null && level == Level.VERIFIED ? seen.sides().expected() : plan.context();
    }

    /** Where deletions are carried over, what the session does not hold is on its way out, or somebody else's. */
    private Map<String, SeenFile> uploaded(Sides sides) {
        if (!mount.policy().propagatesDeletions()) {
            return sides.found();
        }
        Map<String, SeenFile> own = new HashMap<>(sides.found());
        own.keySet().retainAll(sides.expected().keySet());
        return own;
    }
}
