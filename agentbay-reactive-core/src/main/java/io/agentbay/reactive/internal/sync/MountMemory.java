package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.sync.Mount;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

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

    /** The sync ended without proof: should a later wait find it, it covers what was written before the call. */
    void unresolved(RoundUnconfirmed open) {
        if (job.upload() && open.triggered() && plan.stamp() != Plan.NO_STAMP) {
            plan.state().unresolved(open.baseline(), plan.stamp());
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

    /** The version to report; empty where nobody asked for one and none was to be had by the way. */
    Mono<String> version(@Nullable Level level, @Nullable Seen seen) {
        return inventory(level, seen).map(tools.listings()::add);
    }

    /**
     * After an upload, what is there now; after a download only what is surely not newer than what arrived: what was
     * compared, or what was there before it began.
     */
    private Mono<Inventory> inventory(@Nullable Level level, @Nullable Seen seen) {
        if (seen != null && job.upload()) {
            return uploaded(seen.sides());
        }
        Inventory before = plan.context();
        return before == null && seen != null && level == Level.VERIFIED
                ? Mono.just(new Inventory(false, seen.sides().expected()))
                : Mono.justOrEmpty(before);
    }

    /**
     * The session's own files as they are now, the others as they were before, so that whatever somebody else did
     * meanwhile counts as a change since. Where deletions are carried over, what the session does not hold is on its
     * way out, or somebody else's.
     */
    private Mono<Inventory> uploaded(Sides sides) {
        Set<String> own = sides.expected().keySet();
        Inventory before = plan.context();
        Inventory others = new Inventory(
                        before == null || before.byKey(), before == null ? sides.found() : before.files())
                .filter(path -> !own.contains(path) && !mount.policy().propagatesDeletions());
        return job.versioned()
                        && others.byKey()
                        && Looks.asksFor(own.size() + others.files().size())
                ? asked(others, own)
                : Mono.just(listed(sides, own));
    }

    private Mono<Inventory> asked(Inventory others, Set<String> own) {
        Mono<Inventory> known = plan.context() == null
                ? tools.looks().byKey(mount, others.files().keySet())
                : Mono.just(others);
        return known.zipWith(tools.looks().byKey(mount, own), Inventory::with);
    }

    private Inventory listed(Sides sides, Set<String> own) {
        return new Inventory(false, sides.found())
                .filter(path -> own.contains(path) || !mount.policy().propagatesDeletions());
    }
}
