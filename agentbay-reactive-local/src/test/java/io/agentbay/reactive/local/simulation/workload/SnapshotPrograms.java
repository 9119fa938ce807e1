package io.agentbay.reactive.local.simulation.workload;

import io.agentbay.reactive.local.simulation.fault.Sky;
import io.agentbay.reactive.local.simulation.world.Chances;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Programs of days: files, snapshots and prunes close together, then nothing until every mark is old enough. */
public final class SnapshotPrograms {

    /** Longer than a mark has to be there before what it names may be deleted. */
    public static final Duration DAY = Duration.ofHours(25);

    private static final int DAYS = 3;
    static final String CONTEXT = "c0";

    private final Chances chances;
    private final Sky sky;

    public SnapshotPrograms(Chances chances, Sky sky) {
        this.chances = chances;
        this.sky = sky;
    }

    /** The steps of one line of a client's program; the first one has a part of its own in what all do together. */
    public List<Step> line(String name, boolean first) {
        var steps = new ArrayList<Step>();
        for (int day = 0; day < DAYS; day++) {
            plot(steps, name, first, day);
            int count = chances.draw(name + " day " + day).nextInt(2, 7);
            for (int i = 0; i < count; i++) {
                steps.add(step(name + "." + day + "." + i, day, i));
            }
        }
        return steps;
    }

    /** The first day fills the context and ends with whatever comes. */
    private void plot(List<Step> steps, String name, boolean first, int day) {
        var draw = chances.draw("plot of day " + day);
        if (!sky.isStormy() || day == 0 || draw.nextInt(2) > 0) {
            return;
        }
        var plots = SnapshotPlot.values();
        var deeds = plots[draw.nextInt(plots.length)].part(first);
        for (int i = 0; i < deeds.size(); i++) {
            var item = name + "." + day + ".plot." + i;
            var pause = Duration.ofMillis(chances.draw(item).nextLong(0, 400));
            steps.add(new Step(item, deeds.get(i), pause, null, DAY.multipliedBy(day)));
        }
    }

    /** What a client does that starts after another one crashed. */
    public static List<Step> afterCrash(String name) {
        return List.of(
                new Step(name + ".1", SnapshotDeeds.prune(CONTEXT), Duration.ofMillis(200), null),
                new Step(name + ".2", SnapshotDeeds.create(CONTEXT, false), Duration.ofMillis(200), null));
    }

    private Step step(String item, int day, int index) {
        var random = chances.draw(item);
        var deed = day == 0 && index < 2 ? put(item, random) : deed(item, random);
        var pause = Duration.ofMillis(random.nextInt(5) == 0 ? random.nextLong(0, 4_000) : random.nextLong(0, 250));
        boolean cancels = sky.givesUp() && random.nextInt(12) == 0;
        var cancel = cancels ? Duration.ofMillis(random.nextLong(1, 3_000)) : null;
        return new Step(item, deed, pause, cancel, DAY.multipliedBy(day));
    }

    private Deed deed(String item, SplittableRandom random) {
        int kind = random.nextInt(100);
        if (kind < 26) {
            return put(item, random);
        }
        if (kind < 30) {
            return ContextDeeds.deleteFile(CONTEXT, path(random));
        }
        if (kind < 58) {
            return SnapshotDeeds.create(CONTEXT, random.nextInt(3) == 0);
        }
        if (kind < 82) {
            return SnapshotDeeds.prune(CONTEXT);
        }
        if (kind < 92) {
            return SnapshotDeeds.forget(CONTEXT, random.nextBoolean());
        }
        return kind < 95 ? SnapshotDeeds.verify(CONTEXT) : SnapshotDeeds.restore(CONTEXT, random.nextBoolean());
    }

    private static Deed put(String item, SplittableRandom random) {
        var text = new StringBuilder(item);
        while (text.length() < 24) {
            text.append('.');
        }
        return ContextDeeds.putKnown(
                CONTEXT, path(random), random.nextInt(6) == 0 ? "the same again" : text.toString());
    }

    private static String path(SplittableRandom random) {
        int n = random.nextInt(4);
        return SessionDeeds.MOUNT + (n == 3 ? "/deep/f3" : "/f" + n);
    }
}
