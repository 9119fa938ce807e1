package io.agentbay.reactive.local.simulation.workload;

import java.util.List;
import java.util.Locale;

/** What several lines do on the same day, close enough together to get into each other's way. */
enum SnapshotPlot {
    /** Whatever each draws. */
    NONE(List.of(), List.of()),

    /** While one takes a snapshot, what it builds on is forgotten and pruned. */
    PRUNE_BESIDE_SNAPSHOT(
            List.of(put("f0", 0), take(), put("f1", 1), take(), SnapshotDeeds.verify(SnapshotPrograms.CONTEXT)),
            List.of(forget(true), prune(), prune(), forget(false), prune(), prune())),

    /** A file is overwritten in the second in which it is listed and read. */
    SAME_SECOND(
            List.of(put("f0", 2), take(), put("f1", 3), take(), put("f2", 4), take()),
            List.of(put("f0", 5), put("f0", 6), put("f1", 7), put("f1", 8), put("f2", 9))),

    /** Both take a snapshot of the same, one of them is forgotten, and both prune. */
    TWO_AT_ONCE(List.of(put("f0", 10), take(), forget(true), prune()), List.of(put("f0", 11), take(), prune(), take())),

    /** What was restored is overwritten and restored again, while others overwrite it, too. */
    RESTORE_BESIDE_WRITES(
            List.of(put("f0", 12), take(), put("f0", 13), restore(), take()),
            List.of(put("f0", 14), restore(), put("f1", 15)));

    private final List<Deed> first;
    private final List<Deed> others;

    SnapshotPlot(List<Deed> first, List<Deed> others) {
        this.first = first;
        this.others = others;
    }

    /** The part of the first line, or of any other. */
    List<Deed> part(boolean isFirst) {
        return isFirst ? first : others;
    }

    private static Deed take() {
        return SnapshotDeeds.create(SnapshotPrograms.CONTEXT, false);
    }

    private static Deed prune() {
        return SnapshotDeeds.prune(SnapshotPrograms.CONTEXT);
    }

    private static Deed forget(boolean newest) {
        return SnapshotDeeds.forget(SnapshotPrograms.CONTEXT, newest);
    }

    private static Deed restore() {
        return SnapshotDeeds.restore(SnapshotPrograms.CONTEXT, true);
    }

    /** All of one size, so that only their time tells them apart. */
    private static Deed put(String file, int number) {
        return ContextDeeds.putKnown(
                SnapshotPrograms.CONTEXT,
                SessionDeeds.MOUNT + "/" + file,
                String.format(Locale.ROOT, "the plot's content %05d", number));
    }
}
