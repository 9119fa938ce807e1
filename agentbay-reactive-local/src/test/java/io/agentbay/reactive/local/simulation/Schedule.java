package io.agentbay.reactive.local.simulation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to run: a seed, and of all that may happen with it only these things, or everything.
 *
 * @param kind what its world is about
 * @param seed what all chance comes from
 * @param only the names of what may happen; null for whatever the seed says
 */
public record Schedule(Kind kind, long seed, @Nullable Set<String> only) {

    /** Everything the seed says. */
    public static Schedule of(long seed) {
        return of(Kind.ANY, seed);
    }

    /** Everything the seed says in a world of this kind. */
    public static Schedule of(Kind kind, long seed) {
        return new Schedule(kind, seed, null);
    }

    /** Only these things. */
    public Schedule only(Iterable<String> names) {
        var kept = new LinkedHashSet<String>();
        names.forEach(kept::add);
        return new Schedule(kind, seed, kept);
    }

    public boolean wants(String name) {
        return only == null || only.contains(name);
    }

    /** As {@link #toString} writes it; {@link IllegalArgumentException} when nobody wrote it so. */
    public static Schedule parse(String text) {
        int colon = text.indexOf(':');
        var head = colon < 0 ? text : text.substring(0, colon);
        int slash = head.indexOf('/');
        var kind = slash < 0
                ? Kind.ANY
                : Kind.of(head.substring(0, slash)).orElseThrow(() -> new IllegalArgumentException(head));
        var everything = of(kind, Long.parseLong(head.substring(slash + 1).strip()));
        if (colon < 0) {
            return everything;
        }
        return everything.only(Arrays.stream(text.substring(colon + 1).split(","))
                .map(name -> name.strip())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toList()));
    }

    @Override
    public String toString() {
        var head = kind == Kind.ANY ? Long.toString(seed) : kind.text() + "/" + seed;
        return only == null ? head : head + ":" + String.join(",", only);
    }
}
