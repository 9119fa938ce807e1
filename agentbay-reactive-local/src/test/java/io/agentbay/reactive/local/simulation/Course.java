package io.agentbay.reactive.local.simulation;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.local.simulation.fault.Sky;
import io.agentbay.reactive.local.simulation.invariant.AtRest;
import io.agentbay.reactive.local.simulation.workload.Actor;
import io.agentbay.reactive.local.simulation.workload.Programs;
import io.agentbay.reactive.local.simulation.workload.SnapshotPrograms;
import io.agentbay.reactive.local.simulation.workload.Step;
import io.agentbay.reactive.local.simulation.world.Client;
import io.agentbay.reactive.local.simulation.world.Timeline.EndlessException;
import io.agentbay.reactive.local.simulation.world.Timeline.Life;
import io.agentbay.reactive.local.simulation.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A world with the programs of its clients, from the first step to rest. */
final class Course {

    private static final Duration WORK = Duration.ofDays(4);
    private static final Duration AFTER_A_CRASH = Duration.ofSeconds(100);
    private static final Duration REST = Duration.ofMinutes(3);
    private static final Duration GRACE = Duration.ofMinutes(30);
    private static final Duration IDLE = Duration.ofMinutes(45);

    /** What may be refused although nothing went wrong: the program asked for it. */
    private static final Set<String> GOOD_REASONS = Set.of(
            "UnsavedChangesException",
            "ConflictException",
            "SyncConflictException",
            "ClosedException",
            "NotFoundException",
            "InvalidRequestException",
            "MassDeletionException",
            "IllegalArgumentException");

    private final World world;
    private final List<Actor> actors = new ArrayList<>();
    private final Life nature = new Life("nature", false);
    private int coming;

    Course(World world) {
        this.world = world;
    }

    /** Starts a line of a client's program. */
    Actor start(Client client, TreeMap<String, ContextId> contexts, List<Step> steps) {
        var actor = new Actor(world, client, contexts, steps);
        actors.add(actor);
        actor.start();
        return actor;
    }

    /** The client dies; a while later another one starts on its machine. */
    void crash(Client client, Duration until) {
        crash(
                client,
                until,
                again -> world.snapshots().sources().isEmpty()
                        ? Programs.afterCrash(again, client.name())
                        : SnapshotPrograms.afterCrash(again));
    }

    /** The same, and the other one does this, which may depend on its name. */
    void crash(Client client, Duration until, Function<String, List<Step>> steps) {
        client.crash();
        coming++;
        later(until, () -> {
            coming--;
            var again = world.client(client.name() + "2", client);
            start(again, new TreeMap<>(), steps.apply(again.name()));
        });
    }

    /** Something that befalls the world. */
    void later(Duration when, Runnable happens) {
        world.timeline().plan(when.toNanos(), nature, happens);
    }

    /**
     * Runs to rest and looks at the invariants.
     *
     * @param sky where nothing goes wrong, everything has to succeed
     */
    Outcome run(Schedule schedule, Sky sky) {
        var rest = new AtRest(world);
        try {
            toRest(rest, sky);
        } catch (EndlessException endless) {
            rest.neverCame(endless);
        }
        var history = world.history();
        return new Outcome(
                schedule,
                rest.violations(),
                history.text(),
                history.hash(),
                world.chances().happened(),
                history.counts(),
                failed());
    }

    private void toRest(AtRest rest, Sky sky) {
        work();
        heal();
        world.run(REST);
        rest.everythingEnded();
        rest.nothingOrphaned();
        rest.nothingTicks();
        rest.everySnapshotKept();
        shutDown();
        rest.nothingUnderWay();
        world.run(IDLE);
        rest.nothingAlive();
        rest.nothingLost();
        rest.nothingLeftOver();
        rest.claims();
        rest.nothingDestroyed();
        rest.nothingThrown();
        var bound = sky.bound();
        if (bound != null) {
            rest.everythingSucceeded(GOOD_REASONS);
            rest.nothingWasSlow(bound);
        }
    }

    private String failed() {
        return world.history().ops().stream()
                .filter(op -> op.error() != null)
                .map(op -> op.kind() + ": "
                        + Objects.requireNonNull(op.error()).getClass().getSimpleName())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void work() {
        world.runUntil(this::allFinished, WORK);
        world.run(AFTER_A_CRASH);
        world.runUntil(this::allFinished, WORK);
    }

    private boolean allFinished() {
        return coming == 0 && actors.stream().allMatch(Actor::finished);
    }

    /** A disk that failed makes the service read-only until it starts again. */
    private void heal() {
        world.chances().heal();
        world.service().makeRoom();
        if (world.history().counts().containsKey("fault disk")) {
            world.service().losePower();
        }
    }

    private void shutDown() {
        for (var client : world.clients()) {
            if (!client.life().ended()) {
                var op = world.history().invoke(client.name(), client.name(), "shutdown");
                client.api()
                        .shutdown(GRACE)
                        .subscribe(
                                value -> {},
                                error -> world.history().failed(op, error),
                                () -> world.history().ok(op));
            }
        }
        world.run(GRACE.plusMinutes(1));
    }
}
