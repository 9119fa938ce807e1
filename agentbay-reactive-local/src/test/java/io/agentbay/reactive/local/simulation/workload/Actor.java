package io.agentbay.reactive.local.simulation.workload;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.local.simulation.history.Op;
import io.agentbay.reactive.local.simulation.invariant.Saved;
import io.agentbay.reactive.local.simulation.world.Client;
import io.agentbay.reactive.local.simulation.world.World;
import io.agentbay.reactive.session.Session;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** One line of a client's program: its steps, one after the other. */
public final class Actor {

    /** Where Reactor looks for a consumer of dropped errors that is valid for one sequence only. */
    private static final String DROPPED = "reactor.onErrorDropped.local";

    private final World world;
    private final Client client;
    private final Iterator<Step> steps;
    private final TreeMap<String, ContextId> contexts;
    private boolean finished;
    private @Nullable Disposable running;
    private @Nullable Op op;

    public Actor(World world, Client client, TreeMap<String, ContextId> contexts, List<Step> steps) {
        this.world = world;
        this.client = client;
        this.contexts = contexts;
        this.steps = steps.iterator();
    }

    public World world() {
        return world;
    }

    public Client client() {
        return client;
    }

    public Saved saved() {
        return new Saved(world);
    }

    /** The contexts this program knows, by name. */
    public TreeMap<String, ContextId> contexts() {
        return contexts;
    }

    public @Nullable Session session(String slot) {
        return client.sessions().get(slot);
    }

    public boolean finished() {
        return finished || client.life().ended();
    }

    /** Begins with the first step. */
    public void start() {
        next();
    }

    private void next() {
        if (!steps.hasNext()) {
            finished = true;
            return;
        }
        var step = steps.next();
        world.timeline().plan(step.waitNanos(world.timeline().now()), client.life(), () -> begin(step));
    }

    private void begin(Step step) {
        if (!world.chances().takes(step.item())) {
            next();
            return;
        }
        var begun =
                world.history().invoke(client.name(), step.item(), step.deed().what());
        op = begun;
        Mono<?> work;
        try {
            work = step.deed().work(this, begun);
        } catch (RuntimeException refused) {
            world.history().failed(begun, refused);
            next();
            return;
        }
        if (work == null) {
            world.history().skipped(begun);
            next();
            return;
        }
        planCancel(step);
        running = work.contextWrite(own -> own.put(DROPPED, late(begun)))
                .subscribe(
                        value -> {},
                        error -> {
                            world.history().failed(begun, error);
                            next();
                        },
                        () -> {
                            world.history().ok(begun);
                            next();
                        });
    }

    /** An error in the very step of a cancel has nobody to go to; any other that Reactor drops is told. */
    private static Consumer<Throwable> late(Op cancelled) {
        return error -> {
            if (cancelled.outcome() == Op.Outcome.OPEN) {
                Operators.onErrorDropped(error, Context.empty());
            }
        };
    }

    private void planCancel(Step step) {
        var after = step.cancelAfter();
        if (after != null && !world.chances().healed() && world.chances().takes(step.item() + " cancel")) {
            world.timeline().plan(after.toNanos(), client.life(), this::cancel);
        }
    }

    /** Gives up what is under way, and goes on with the next step. */
    public void cancel() {
        var open = op;
        var work = running;
        if (open != null && work != null && open.outcome() == Op.Outcome.OPEN) {
            world.history().cancelled(open);
            work.dispose();
            next();
        }
    }
}
