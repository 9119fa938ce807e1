package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.snapshot.Depth;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Which groups of files a verification reads. */
final class Choice {

    private Choice() {}

    /** As deep as asked; of a sample at least the first. */
    static Predicate<Group> of(Depth depth, RandomGenerator random) {
        var first = new boolean[] {depth.share() > 0};
        return group -> {
            var chosen = first[0] || random.nextDouble() < depth.share();
            first[0] = false;
            return chosen;
        };
    }

    /** What stands in these objects. */
    static Predicate<Group> in(Set<String> objects) {
        return group -> group.files().stream().anyMatch(file -> Base.isIn(objects, file));
    }
}
