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

    /** The plan, where the context holds what it held then, or nobody asked; with what it holds, where it was looked at. */
    Mono<Plan> pass(Plan plan, SyncJob job) {
        SyncReport earlier = job.unchangedSince();
        if (earlier == null) {
            return Mono.just(plan);
        }
        Mount mount = plan.state().mount();
        String version = Versions.in(earlier, mount);
        return version == null
                ? Mono.error(noVersion(mount))
                : held(plan, version)
                        .flatMap(held -> held.version().equals(version)
                                ? Mono.just(plan.with(held))
                                : Mono.error(conflict(mount, changed(mount, version, held))));
    }

    /** Looked at as it was then; what grew beyond that has changed anyhow. */
    private Mono<Inventory> held(Plan plan, String version) {
        Mount mount = plan.state().mount();
        return Versions.isByKey(version) ? looks.inventory(mount, plan.paths()) : looks.listed(mount);
    }

    /** What changed; the mount alone when what was held then is not known here any more. */
    private List<String> changed(Mount mount, String version, Inventory held) {
        Map<String, SeenFile> then = listings.find(version);
        return then == null || held.byKey() != Versions.isByKey(version)
                ? List.of(mount.path())
                : Versions.differences(then, held.files()).stream()
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
