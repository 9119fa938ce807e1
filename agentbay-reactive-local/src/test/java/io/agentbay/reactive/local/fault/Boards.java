package io.agentbay.reactive.local.fault;

import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Boards and calls for tests of faults. */
final class Boards {

    private Boards() {}

    static FaultBoard empty() {
        return new FaultBoard(
                SplittableRandom::new, id -> Map.of("SdkCtx-1", "project").getOrDefault(id, id));
    }

    static CallSeen call(String action, @Nullable String tool) {
        return call(action, tool, Set.of(), Set.of());
    }

    static CallSeen call(String action, @Nullable String tool, Set<String> contexts, Set<String> paths) {
        return new CallSeen(action, tool, () -> contexts, () -> paths);
    }
}
