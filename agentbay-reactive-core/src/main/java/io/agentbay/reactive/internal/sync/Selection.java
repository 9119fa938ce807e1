package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.sync.Mount;
import java.util.List;
import java.util.function.Function;

/** Which mounts a sync is about, and whether it can be about them. */
final class Selection {

    private final List<Mount> mounts;

    /** The list may grow: contexts are bound to running sessions. */
    Selection(List<Mount> mounts) {
        this.mounts = mounts;
    }

    /** What is known of all mounts, in the session's order. */
    <T> List<T> ordered(Function<String, T> byPath) {
        return mounts.stream().map(Mount::path).map(byPath).toList();
    }

    /** The mounts meant; throws {@code InvalidRequestException} when there is none or one cannot be synced so. */
    List<Mount> of(SyncJob job) {
        List<Mount> chosen = job.mountPaths().isEmpty() ? all(job) : named(job);
        chosen.forEach(mount -> requireLevel(mount, job));
        return chosen;
    }

    private List<Mount> all(SyncJob job) {
        List<Mount> able = mounts.stream().filter(mount -> able(mount, job)).toList();
        if (able.isEmpty()) {
            throw refused(job, "The session has no mount to " + Outcomes.name(job.direction()));
        }
        return able;
    }

    private List<Mount> named(SyncJob job) {
        return job.mountPaths().stream().map(path -> named(path, job)).toList();
    }

    private Mount named(String path, SyncJob job) {
        Mount mount = mounts.stream()
                .filter(candidate -> candidate.path().equals(path))
                .findFirst()
                .orElseThrow(() -> refused(job, "The session mounts nothing at " + path + ", only at " + paths()));
        if (!able(mount, job)) {
            String policy = job.upload() ? "read-only" : "upload-only";
            throw refused(job, path + " is " + policy + " and cannot be used for " + Outcomes.name(job.direction()));
        }
        return mount;
    }

    private static void requireLevel(Mount mount, SyncJob job) {
        if (mount.policy().isArchived() && (job.versioned() || job.atLeast(Level.LISTED))) {
            throw refused(
                    job,
                    mount.path() + " is stored as one archive, whose files cannot be listed or compared; ask for no"
                            + " more than CONFIRMED");
        }
    }

    private static boolean able(Mount mount, SyncJob job) {
        return job.upload() ? mount.policy().uploads() : mount.policy().downloads();
    }

    private List<String> paths() {
        return mounts.stream().map(Mount::path).toList();
    }

    private static InvalidRequestException refused(SyncJob job, String why) {
        return new InvalidRequestException(
                why, 0, ErrorDetails.of(Outcomes.name(job.direction())).attempts(0));
    }
}
