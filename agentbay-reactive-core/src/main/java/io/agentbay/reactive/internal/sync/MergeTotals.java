package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.common.Tally;
import io.agentbay.reactive.sync.MergeReport;
import io.agentbay.reactive.sync.MergeReport.Conflict;
import io.agentbay.reactive.sync.MergeReport.Resolution;
import io.agentbay.reactive.sync.Mount;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What one merge did so far, however often it had to look again. Safe for use from any thread. */
final class MergeTotals {

    private final Side uploaded = new Side();
    private final Side downloaded = new Side();
    private final ConcurrentLinkedQueue<Conflict> conflicts = new ConcurrentLinkedQueue<>();
    private final LongAdder done = new LongAdder();

    void took(Mount mount, MergeDone taken) {
        MergePath file = taken.step().file();
        switch (taken.step().action()) {
            case TO_CONTEXT -> uploaded.wrote(file.context() == null);
            case TO_SESSION -> downloaded.wrote(file.session() == null);
            case DELETE_IN_CONTEXT -> uploaded.removed.increment();
            case DELETE_IN_SESSION -> downloaded.removed.increment();
            case KEEP_BOTH -> keptBoth();
            case NOTHING, REFUSE -> throw new IllegalStateException("not a step that is taken");
        }
        note(mount, taken);
        done.increment();
    }

    private void keptBoth() {
        uploaded.wrote(true);
        downloaded.wrote(true);
        downloaded.wrote(false);
    }

    private void note(Mount mount, MergeDone taken) {
        Resolution resolution = taken.step().resolution();
        if (resolution != null) {
            MergePath file = taken.step().file();
            String copy = taken.copy();
            conflicts.add(new Conflict(
                    mount.resolve(file.path()),
                    file.session(),
                    file.context(),
                    resolution,
                    copy == null ? null : mount.resolve(copy)));
        }
    }

    long done() {
        return done.sum();
    }

    /** @param same files that were the same on both sides in the last look */
    MergeReport report(long same, Duration elapsed) {
        List<Conflict> byPath =
                conflicts.stream().sorted(Comparator.comparing(Conflict::path)).toList();
        return new MergeReport(uploaded.tally(same), downloaded.tally(same), byPath, elapsed);
    }

    /** The files of one direction. */
    private static final class Side {

        private final LongAdder added = new LongAdder();
        private final LongAdder changed = new LongAdder();
        private final LongAdder removed = new LongAdder();

        void wrote(boolean isNew) {
            (isNew ? added : changed).increment();
        }

        Tally tally(long same) {
            return new Tally(figure(added), figure(changed), figure(removed), Figure.measured(same));
        }

        private static @Nullable Figure figure(LongAdder count) {
            return Figure.measured(count.sum());
        }
    }
}
