package io.agentbay.reactive.local.fault;

import io.agentbay.reactive.local.core.PathGlob;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which of the calls, tasks or clears of its target a fault strikes; {@code times} 0 is without end. */
record FaultScope(@Nullable String context, @Nullable PathGlob path, int after, int times, double probability) {

    static final FaultScope ALL = new FaultScope(null, null, 0, 0, 1);

    FaultScope {
        if (after < 0) {
            throw new IllegalArgumentException("after(" + after + "): a fault cannot start before the first call.");
        }
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "sometimes(" + probability + "): a probability is above 0 and at most 1.");
        }
    }

    FaultScope context(String nameOrId) {
        if (Objects.requireNonNull(nameOrId, "nameOrId").isBlank()) {
            throw new IllegalArgumentException("context(\"\"): give the context's name or id.");
        }
        return new FaultScope(nameOrId, path, after, times, probability);
    }

    FaultScope path(String pathOrPattern) {
        return new FaultScope(context, PathGlob.of(pathOrPattern), after, times, probability);
    }

    FaultScope after(int passing) {
        return new FaultScope(context, path, passing, times, probability);
    }

    FaultScope times(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("times(" + n + "): a fault strikes at least once.");
        }
        return new FaultScope(context, path, after, n, probability);
    }

    FaultScope sometimes(double chance) {
        return new FaultScope(context, path, after, times, chance);
    }

    /** Looks only at what it was restricted to, because finding that out costs something. */
    boolean covers(Supplier<Set<String>> contexts, Supplier<Set<String>> paths) {
        return (context == null || contexts.get().contains(context))
                && (path == null || paths.get().stream().anyMatch(path::matches));
    }
}
