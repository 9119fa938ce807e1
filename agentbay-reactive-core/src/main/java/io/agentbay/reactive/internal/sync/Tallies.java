package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.common.Tally;
import java.util.Collection;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a sync moved, as far as two looks tell: read off listings, hence observed. Without a look at the side before,
 * nothing is known and nothing is said.
 */
record Tallies(Tally files, Tally bytes) {

    static final Tallies UNKNOWN = new Tallies(Tally.unknown(), Tally.unknown());

    static Tallies between(
            @Nullable Map<String, SeenFile> before, @Nullable Map<String, SeenFile> after, boolean deletes) {
        if (before == null || after == null) {
            return UNKNOWN;
        }
        return new Tallies(tally(before, after, deletes, file -> 1), tally(before, after, deletes, SeenFile::size));
    }

    private static Tally tally(
            Map<String, SeenFile> before, Map<String, SeenFile> after, boolean deletes, ToLongFunction<SeenFile> unit) {
        Figure removed = deletes ? sum(of(before).filter(file -> !after.containsKey(file.path())), unit) : null;
        // Without a time, a file of the same size may have changed or not.
        boolean unsure = of(after).anyMatch(file -> unsure(before.get(file.path()), file));
        return new Tally(
                sum(of(after).filter(file -> !before.containsKey(file.path())), unit),
                unsure ? null : sum(of(after).filter(file -> changed(before.get(file.path()), file)), unit),
                removed,
                unsure ? null : sum(of(after).filter(file -> file.equals(before.get(file.path()))), unit));
    }

    private static boolean unsure(@Nullable SeenFile before, SeenFile after) {
        return before != null
                && before.size() == after.size()
                && (before.modified() == null || after.modified() == null);
    }

    private static boolean changed(@Nullable SeenFile before, SeenFile after) {
        return before != null && !before.equals(after);
    }

    private static Stream<SeenFile> of(Map<String, SeenFile> files) {
        Collection<SeenFile> all = files.values();
        return all.stream();
    }

    private static Figure sum(Stream<SeenFile> files, ToLongFunction<SeenFile> unit) {
        return Figure.observed(files.mapToLong(unit).sum());
    }
}
