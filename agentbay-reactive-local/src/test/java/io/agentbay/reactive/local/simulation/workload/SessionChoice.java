package io.agentbay.reactive.local.simulation.workload;

import io.agentbay.reactive.local.simulation.fault.Sky;
import io.agentbay.reactive.sync.AutoSync;
import io.agentbay.reactive.sync.SyncPolicy;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** The sessions that programs make: over which contexts, by which policy, and for how long. */
record SessionChoice(Sky sky) {

    private static final List<SyncPolicy> POLICIES = List.of(
            SyncPolicy.onDemand(),
            SyncPolicy.onDemand(),
            SyncPolicy.manual().keepingDeleted(),
            SyncPolicy.manual().keepingDeleted(),
            SyncPolicy.manual(),
            SyncPolicy.onDemand().keepingDeleted(),
            SyncPolicy.onDemand().autoSync(AutoSync.every(Duration.ofSeconds(7))),
            SyncPolicy.uploadOnly(),
            SyncPolicy.readOnly());

    /** Those whose uploads may delete what they never held. */
    private static final List<SyncPolicy> MIRRORED = List.of(SyncPolicy.onDemand(), SyncPolicy.manual());

    private static final List<SyncPolicy> ARCHIVED = List.of(
            SyncPolicy.onDemand().archived(),
            SyncPolicy.manual().keepingDeleted().archived());
    private static final String ARCHIVE = "c4";

    Deed managed(SplittableRandom random, String slot) {
        return SessionDeeds.create(slot, "c0", SyncPolicy.manual().keepingDeleted(), idle(random), false);
    }

    Deed filling(SplittableRandom random, String slot) {
        boolean later = sky.isStormy() && random.nextInt(3) > 0;
        var policy = !sky.isStormy() ? SyncPolicy.onDemand() : MIRRORED.get(random.nextInt(MIRRORED.size()));
        return SessionDeeds.create(slot, "c0", policy, idle(random), later);
    }

    Deed create(SplittableRandom random, String slot) {
        boolean later = sky.isStormy() && random.nextInt(5) == 0;
        if (random.nextInt(14) == 0) {
            var archived = ARCHIVED.get(random.nextInt(ARCHIVED.size()));
            return SessionDeeds.create(slot, ARCHIVE, archived, idle(random), later);
        }
        return SessionDeeds.create(slot, Programs.context(random), policy(random), idle(random), later);
    }

    SyncPolicy policy(SplittableRandom random) {
        var policy = POLICIES.get(random.nextInt(POLICIES.size()));
        boolean needsDownload = !policy.downloadsAutomatically() && policy.propagatesDeletions();
        return !sky.isStormy() && needsDownload ? SyncPolicy.onDemand() : policy;
    }

    Duration idle(SplittableRandom random) {
        return !sky.isStormy()
                ? Duration.ofMinutes(30)
                : Duration.ofSeconds(random.nextInt(4) == 0 ? random.nextLong(20, 120) : random.nextLong(300, 1_800));
    }
}
