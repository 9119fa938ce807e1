package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.SyncConflictException;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncReport;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Refuses an upload over what others changed in the context since an earlier sync: the last look before the trigger. */
final class ConflictGate {

    private static final int NAMED = 5;

    private final Looks looks;
    private final KnownListings listings;

    ConflictGate(Looks looks, KnownListings listings) {
        this.looks = looks;
        this.listings = listings;
    }

    /** Completes where the context lists what it listed then, or nobody asked. */
    Mono<Void> pass(Mount mount, SyncJob job) {
        SyncReport earlier = job.unchangedSince();
        if (earlier == null) {
            return Mono.empty();
        }
        String version = Versions.in(earlier, mount);
        return version == null ? Mono.error(noVersion(mount)) : compare(mount, version);
    }

    private Mono<Void> compare(Mount mount, String version) {
        return looks.context(mount)
                .filter(listed -> !Versions.of(listed.values()).equals(version))
                .flatMap(listed -> Mono.error(conflict(mount, changed(mount, version, listed))));
    }

    /** What changed; the mount alone when the listing of then is not known here any more. */
    private List<String> changed(Mount mount, String version, Map<String, SeenFile> listed) {
        Map<String, SeenFile> then = listings.find(version);
        return then == null
                ? List.of(mount.path())
                : Versions.differences(then, listed).stream()
                        .map(mount::resolve)
                        .toList();
    }

    private static SyncConflictException conflict(Mount mount, List<String> paths) {
        String names = String.join(", ", paths.subList(0, Math.min(NAMED, paths.size())));
        return new SyncConflictException(
                "Context " + mount.context() + " changed since the earlier report, in " + names
                        + (paths.size() > NAMED ? " and " + (paths.size() - NAMED) + " more" : "")
                        + "; nothing was uploaded, both versions are kept: merge, or download overwritingUnsaved()",
                paths,
                refused());
    }

    private static InvalidRequestException noVersion(Mount mount) {
        return new InvalidRequestException(
                "The earlier report has no version of " + mount.context() + " at " + mount.path()
                        + "; ask for one there, with versioned() or verified()",
                0,
                refused());
    }

    private static ErrorDetails refused() {
        return ErrorDetails.of("upload").attempts(0);
    }
}
