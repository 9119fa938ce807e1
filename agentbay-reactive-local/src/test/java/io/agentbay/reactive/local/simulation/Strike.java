package io.agentbay.reactive.local.simulation;

import io.agentbay.reactive.local.core.ServiceModel;
import io.agentbay.reactive.local.simulation.fault.Sky;
import io.agentbay.reactive.local.simulation.fault.Weather.Storm;
import io.agentbay.reactive.local.simulation.workload.Actor;
import io.agentbay.reactive.local.simulation.workload.Scenario;
import io.agentbay.reactive.local.simulation.world.Chances;
import io.agentbay.reactive.local.simulation.world.Client;
import io.agentbay.reactive.local.simulation.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A scenario in a calm world, given up or crashed at one event: the n-th that happens to its client.
 *
 * @param scenario what is run
 * @param how what strikes
 * @param at the number of the event; -1 for none
 */
public record Strike(Scenario scenario, How how, long at) {

    private static final List<String> KEPT = List.of("/mnt/data/k0", "/mnt/data/k1", "/mnt/data/f0");

    /** What strikes. */
    public enum How {
        NOTHING,
        CANCEL,
        CRASH
    }

    /** Numbers of events. */
    public record Events(long first, long end) {}

    /** The events there are to strike at, up to the end of the program. */
    public static Events events(Scenario scenario) {
        var world = world(ServiceModel.defaults());
        var course = new Course(world);
        var actor = start(course, world.client("A"), world, scenario);
        var first = new AtomicLong();
        var last = new AtomicLong();
        world.timeline().beforeEvent(event -> {
            if (world.timeline().now() < scenario.begins().toNanos()) {
                first.set(event + 1);
            }
            if (!actor.finished()) {
                last.set(event);
            }
        });
        var unused = course.run(Schedule.of(0), Sky.CALM);
        return new Events(first.get(), last.get() + 1);
    }

    private static Actor start(Course course, Client client, World world, Scenario scenario) {
        var actor = course.start(client, new TreeMap<>(), scenario.steps());
        if (!scenario.beside().isEmpty()) {
            var unused = course.start(world.client("B"), new TreeMap<>(), scenario.stepsBeside());
        }
        return actor;
    }

    /** Runs it. */
    public Outcome run() {
        return run(ServiceModel.defaults());
    }

    /** Runs it in a world that takes other things for granted. */
    public Outcome run(ServiceModel model) {
        return begin(world(model)).run(Schedule.of(0), Sky.STORMY);
    }

    private static World world(ServiceModel model) {
        var world = new World(new Chances(0, name -> true), model, Storm.CALM);
        fill(world);
        return world;
    }

    /** A context that holds something to lose. */
    private static void fill(World world) {
        var reply = world.service().handle("init", "GetContext", Map.of("Name", "c0", "AllowCreate", "true"));
        var data = (Map<?, ?>) Objects.requireNonNull(reply).fields().get("Data");
        var id = String.valueOf(Objects.requireNonNull(data).get("Id"));
        for (var file : KEPT) {
            world.service().store("init", id, file, "kept since the beginning");
        }
    }

    private Course begin(World world) {
        var course = new Course(world);
        var client = world.client("A");
        var actor = start(course, client, world, scenario);
        world.timeline().beforeEvent(event -> {
            if (event == at && how == How.CANCEL) {
                actor.cancel();
            } else if (event == at && how == How.CRASH) {
                course.crash(client, Duration.ofSeconds(20), again -> scenario.stepsAgain(again, client.name()));
            }
        });
        return course;
    }

    @Override
    public String toString() {
        return scenario.name() + ", " + how + " at event " + at;
    }
}
