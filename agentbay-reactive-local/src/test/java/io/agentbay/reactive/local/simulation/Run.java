package io.agentbay.reactive.local.simulation;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.local.simulation.fault.Sky;
import io.agentbay.reactive.local.simulation.fault.Worlds;
import io.agentbay.reactive.local.simulation.workload.Programs;
import io.agentbay.reactive.local.simulation.workload.SnapshotPrograms;
import io.agentbay.reactive.local.simulation.workload.Stranger;
import io.agentbay.reactive.local.simulation.world.Chances;
import io.agentbay.reactive.local.simulation.world.Client;
import io.agentbay.reactive.local.simulation.world.World;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One seed: it decides the model, the programs, the weather and the disasters. */
public final class Run {

    private final Schedule schedule;
    private final Chances chances;
    private final Sky sky;
    private final boolean snapshots;
    private final World world;
    private final Course course;

    private Run(Schedule schedule) {
        this.schedule = schedule;
        this.chances = new Chances(schedule.seed(), schedule::wants);
        this.sky = Sky.of(chances);
        this.snapshots =
                schedule.kind() == Kind.SNAPSHOTS || chances.draw("snapshots").nextInt(40) == 0;
        this.world = new World(chances, Worlds.model(chances, sky), sky.storm(chances));
        this.course = new Course(world);
    }

    /** Runs a seed. */
    public static Outcome of(long seed) {
        return of(Schedule.of(seed));
    }

    /** Runs a schedule. */
    public static Outcome of(Schedule schedule) {
        return new Run(schedule).run();
    }

    private Outcome run() {
        var first = world.client("A");
        // Of two who make, forget and prune snapshots at once, one may be refused although nothing went wrong.
        boolean alone = snapshots && !sky.isStormy();
        add(first, !alone && chances.draw("lines").nextInt(5) < 3 ? 2 : 1);
        if (!alone && chances.happens("B", snapshots ? 0.7 : 0.25)) {
            add(world.client("B"), 1);
        }
        if (sky.isStormy() && chances.happens("F", 0.2)) {
            new Stranger(world).start();
        }
        if (sky.isStormy()) {
            planDisasters(first);
        }
        return course.run(schedule, sky);
    }

    private void add(Client client, int lines) {
        var programs = new Programs(chances, sky);
        var days = new SnapshotPrograms(chances, sky);
        var contexts = new TreeMap<String, ContextId>();
        for (int i = 0; i < lines; i++) {
            var name = client.name() + i;
            var unused = course.start(
                    client,
                    contexts,
                    snapshots ? days.line(name, i == 0 && client.name().equals("A")) : programs.line(name));
        }
    }

    /** What befalls the service and the machines: each may happen once or not. */
    private void planDisasters(Client first) {
        disaster("crash", 0.15, random -> course.crash(first, millis(random, 500, 90_000)));
        disaster(
                "power",
                0.25,
                random -> world.service().losePowerWithin(random.nextInt(random.nextBoolean() ? 8 : 60)));
        disaster(
                "full disk",
                0.3,
                random -> world.service()
                        .fill(random.nextLong(random.nextInt(3) == 0 ? 60 : 20_000), millis(random, 500, 40_000)));
        disaster("service clock", 0.05, random -> world.service().stepClock(millis(random, -3_000, 60_000)));
        disaster("clock of A", 0.1, random -> first.stepClock(millis(random, -7_200_000, 7_200_000)));
    }

    private void disaster(String name, double probability, Consumer<SplittableRandom> happen) {
        if (chances.happens(name, probability)) {
            var random = chances.draw(name);
            var at = millis(random, 0, random.nextInt(3) == 0 ? 60_000 : 4_000);
            course.later(at, () -> happen.accept(random));
        }
    }

    private static Duration millis(SplittableRandom random, long from, long to) {
        return Duration.ofMillis(random.nextLong(from, to));
    }
}
