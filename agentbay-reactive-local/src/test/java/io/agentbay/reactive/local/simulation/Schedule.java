package io.agentbay.reactive.local.simulation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to run: a seed, and of all that may happen with it only these things, or everything.
 *
 * @param seed what all chance comes from
 * @param only the names of what may happen; null for whatever the seed says
 */
public record Schedule(long seed, @Nullable Set<String> only) {

    /** Everything the seed says. */
    public static Schedule of(long seed) {
        return new Schedule(seed, null);
    }

    /** Only these things. */
    public Schedule only(Iterable<String> names) {
        var kept = new LinkedHashSet<String>();
        names.forEach(kept::add);
        return new Schedule(seed, kept);
    }

    public boolean wants(String name) {
        return only == null || only.contains(name);
    }

    /** As {@link #toString} writes it. */
    public static Schedule parse(String text) {
        int colon = text.indexOf(':');
        long seed = Long.parseLong(colon < 0 ? text : text.substring(0, colon));
        if (colon < 0) {
            return of(seed);
        }
        return of(seed).only(Arrays.stream(text.substring(colon + 1).split(","))
                .map(name -> name.strip())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toList()));
    }

    @Override
    public String toString() {
        return only == null ? Long.toString(seed) : seed + ":" + String.join(",", only);
    }
}
