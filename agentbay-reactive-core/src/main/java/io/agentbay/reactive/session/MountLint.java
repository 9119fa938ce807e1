package io.agentbay.reactive.session;

import io.agentbay.reactive.sync.AutoSync;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncPolicy.Extract;
import io.agentbay.reactive.sync.SyncPolicy.Lifecycle;
import java.time.Duration;

/** What can be said against one mount by itself. */
final class MountLint {

    private static final Duration LONG_PERIOD = Duration.ofHours(24);

    private final String field;
    private final Mount mount;
    private final SyncPolicy policy;
    private final Findings found;

    private MountLint(String field, Mount mount, Findings found) {
        this.field = field;
        this.mount = mount;
        this.policy = mount.policy();
        this.found = found;
    }

    static void check(String field, Mount mount, Findings found) {
        var lint = new MountLint(field, mount, found);
        lint.path();
        new SelectorLint(field + ".policy", mount, found).check();
        lint.directions();
        lint.lifecycle();
        lint.extract();
        lint.mapping();
        lint.timing();
    }

    private void path() {
        if (SelectorLint.hasWildcard(mount.path())) {
            found.error(
                    field + ".path",
                    "The mount path " + mount.path() + " has a wildcard, which the service refuses",
                    "Mount at a path without any of " + SelectorLint.WILDCARDS);
        }
    }

    private void directions() {
        if (policy.uploadsAutomatically() && policy.propagatesDeletions() && !policy.downloadsAutomatically()) {
            found.error(
                    field + ".policy.propagatesDeletions",
                    "The service uploads " + mount.path() + " at the end and carries deletions over, but never"
                            + " downloads it: everything the session does not hold would be deleted from the context",
                    "Say keepingDeleted(), or mirror by call with SyncPolicy.manual()");
        }
        if (!policy.uploads() && policy.propagatesDeletions()) {
            found.warning(
                    field + ".policy.propagatesDeletions",
                    "Deletions of a read-only mount are never carried over, since nothing of it is uploaded",
                    "Leave out propagatingDeleted(), or mount with onDemand()");
        }
    }

    private void lifecycle() {
        if (policy.lifecycle() == Lifecycle.DAYS_1) {
            found.warning(
                    field + ".policy.lifecycle",
                    "Stored files are removed after one day, which is shorter than a day's work and its night",
                    "Take Lifecycle.DAYS_3 or longer unless the context holds nothing but scratch files");
        }
        if (policy.lifecycle() == Lifecycle.FOREVER && !policy.recycledPaths().isEmpty()) {
            found.warning(
                    field + ".policy.recycledPaths",
                    "Paths with Lifecycle.FOREVER: nothing is ever removed below them",
                    "Name a time, such as Lifecycle.DAYS_30, or leave the paths out");
        }
    }

    private void extract() {
        boolean idle = policy.extract() != Extract.INTO_OWN_FOLDER && !policy.downloads();
        if (idle) {
            found.warning(
                    field + ".policy.extract",
                    "An upload-only mount is never downloaded, and archives are unpacked by downloads only",
                    "Leave out extract(..), or mount with onDemand()");
        }
        if (policy.isArchived() && policy.extract() == Extract.NEVER) {
            found.warning(
                    field + ".policy.extract",
                    "Stored as an archive that is never unpacked: the next session finds the archive, not its files",
                    "Leave out Extract.NEVER, or archived()");
        }
    }

    private void mapping() {
        if (mount.path().equals(policy.mappedFrom())) {
            found.warning(
                    field + ".policy.mappedFrom",
                    "The files are mapped from the path they are mounted at, which changes nothing",
                    "Leave out mappedFrom(\"" + mount.path() + "\"), or name the path they were stored under");
        }
    }

    private void timing() {
        AutoSync rule = policy.autoSync();
        if (rule != null && rule.interval().compareTo(LONG_PERIOD) >= 0) {
            found.warning(
                    field + ".policy.autoSync",
                    "Syncing " + rule + " is rarer than most sessions live, which the close saves anyway",
                    "Check the unit: the period is a Duration, such as Duration.ofMinutes(60)");
        }
        if (mount.isReadyLater() && !policy.downloadsAutomatically()) {
            found.warning(
                    field + ".readyLater",
                    "Nothing is downloaded into " + mount.path() + " at the start, so there is nothing to wait for",
                    "Leave out readyLater(), or mount with onDemand() or readOnly()");
        }
    }
}
