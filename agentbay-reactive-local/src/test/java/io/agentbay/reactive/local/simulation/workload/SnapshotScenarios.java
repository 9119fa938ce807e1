package io.agentbay.reactive.local.simulation.workload;

import java.util.List;
import java.util.stream.Stream;

/** Programs of snapshots: what was done the day before, and what is struck then, each with another try behind it. */
final class SnapshotScenarios {

    private static final String CONTEXT = "c0";
    private static final String F0 = SessionDeeds.MOUNT + "/f0";
    private static final String F1 = SessionDeeds.MOUNT + "/f1";

    private static final Deed TAKE = SnapshotDeeds.create(CONTEXT, false);
    private static final Deed PRUNE = SnapshotDeeds.prune(CONTEXT);
    private static final Deed FORGET = SnapshotDeeds.forget(CONTEXT, false);
    private static final Deed INTO_DIRECTORY = SnapshotDeeds.restore(CONTEXT, false);
    private static final Deed IN_PLACE = SnapshotDeeds.restore(CONTEXT, true);

    /** A snapshot, and what one stored that is forgotten: the second did not know it, so that it built on nothing of it. */
    private static final List<Deed> OUTDATED = List.of(put(F0, "one"), TAKE, FORGET, put(F0, "two"), TAKE);

    private SnapshotScenarios() {}

    static List<Scenario> all() {
        return List.of(
                twice("snapshot", List.of(put(F0, "one")), TAKE),
                twice("snapshot after another", List.of(put(F0, "one"), TAKE, put(F1, "two")), TAKE),
                twice("snapshot over marks", List.of(put(F0, "one"), TAKE, FORGET, PRUNE), TAKE),
                twice("restore into a directory", List.of(put(F0, "one"), TAKE), INTO_DIRECTORY),
                twice("restore in place", List.of(put(F0, "one"), TAKE, put(F0, "two"), put(F1, "more")), IN_PLACE),
                twice("forget", List.of(put(F0, "one"), TAKE, put(F0, "two"), TAKE), FORGET),
                twice("prune that marks", OUTDATED, PRUNE),
                twice("prune that sweeps", plus(OUTDATED, PRUNE), PRUNE),
                twice("verify", List.of(put(F0, "one"), TAKE), SnapshotDeeds.verify(CONTEXT)),
                new Scenario(
                        "snapshot beside a prune",
                        plus(OUTDATED, PRUNE),
                        List.of(put(F1, "young"), TAKE, TAKE),
                        null,
                        List.of(TAKE),
                        List.of(PRUNE, FORGET, PRUNE, PRUNE)),
                twice("prune beside a snapshot", plus(OUTDATED, PRUNE), PRUNE).beside(put(F0, "three"), TAKE, TAKE),
                twice("two snapshots at once", OUTDATED, TAKE).beside(TAKE, FORGET, TAKE));
    }

    private static Deed put(String path, String text) {
        return ContextDeeds.putKnown(CONTEXT, path, text);
    }

    private static List<Deed> plus(List<Deed> deeds, Deed more) {
        return Stream.concat(deeds.stream(), Stream.of(more)).toList();
    }

    private static Scenario twice(String name, List<Deed> before, Deed struck) {
        return new Scenario(name, before, List.of(struck, struck), null, List.of(struck), List.of());
    }
}
