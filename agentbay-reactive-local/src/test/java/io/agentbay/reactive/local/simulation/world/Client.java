package io.agentbay.reactive.local.simulation.world;

import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.internal.ClientAssembly;
import io.agentbay.reactive.internal.pipeline.PipelineParts;
import io.agentbay.reactive.local.simulation.history.History;
import io.agentbay.reactive.local.simulation.history.Op;
import io.agentbay.reactive.local.simulation.world.Timeline.Life;
import io.agentbay.reactive.observability.ClientMeters;
import io.agentbay.reactive.resilience.Breakers;
import io.agentbay.reactive.resilience.Retries;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.sync.SyncReport;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/** One process that uses the library: the real client on simulated time, network and files. */
public final class Client {

    private final String name;
    private final Life life;
    private final Timeline timeline;
    private final History history;
    private final Network network;
    private final SimulatedRuntime runtime;
    private final SimulatedClock clock;
    private final MemoryFiles files;
    private final ClientAssembly assembly;
    private final TreeMap<String, Session> sessions = new TreeMap<>();
    private final Set<String> received = new LinkedHashSet<>();
    private final Set<String> detached = new LinkedHashSet<>();
    private final Set<String> dared = new LinkedHashSet<>();
    private final List<String> surprises = new ArrayList<>();
    private final Map<String, Versioned> versions = new HashMap<>();

    Client(World world, String name, SimulatedClock clock, MemoryFiles files) {
        this.name = name;
        this.life = new Life(name, true);
        this.timeline = world.timeline();
        this.history = world.history();
        this.clock = clock;
        this.files = files;
        var random = world.chances().draw("client " + name);
        this.runtime = new SimulatedRuntime(timeline, life, clock, random, files);
        this.network = new Network(timeline, world.weather(), history, world.service(), life);
        var options = ClientOptions.defaults();
        var parts = new PipelineParts(
                runtime,
                network,
                options,
                List.of(),
                Retries.of(null, options.resilience(), random),
                Breakers.of(null, runtime::nanos),
                ClientMeters.of(null, runtime::nanos),
                null);
        this.assembly = ClientAssembly.of(parts, URI.create(Service.ENDPOINT), null, Mono.empty());
    }

    public String name() {
        return name;
    }

    public Life life() {
        return life;
    }

    public ClientAssembly api() {
        return assembly;
    }

    public MemoryFiles files() {
        return files;
    }

    public SimulatedClock clock() {
        return clock;
    }

    /** The sessions its program knows, by slot. */
    public TreeMap<String, Session> sessions() {
        return sessions;
    }

    /** Its program gets a session. */
    public void receives(String slot, Session session) {
        sessions.put(slot, session);
        received.add(session.id().value());
    }

    /** Every session its program ever got. */
    public Set<String> received() {
        return received;
    }

    /** Sessions it gave up by name. */
    public Set<String> detached() {
        return detached;
    }

    /** Sessions for which it asked to have no protection. */
    public Set<String> dared() {
        return dared;
    }

    /** The last report with a version, by session. */
    public Map<String, Versioned> versions() {
        return versions;
    }

    /** A report that says which version of a context it is of, and the operation that got it. */
    public record Versioned(Op op, SyncReport report) {}

    /** What nobody should have seen. */
    public List<String> surprises() {
        return surprises;
    }

    /** The process dies: nothing of it happens any more, and nobody is told. */
    public void crash() {
        history.note(name + " crashes");
        life.end();
    }

    /** Steps its wall clock. */
    public void stepClock(Duration by) {
        history.note("the clock of " + name + " steps by " + by);
        clock.step(by);
    }

    /** Exchanges, timers and detached work under way. */
    public String underWay() {
        return network.open() + " exchanges, " + life.waiting() + " timers, "
                + runtime.background().active() + " pieces of detached work";
    }

    public int exchanges() {
        return network.open();
    }

    public int timers() {
        return life.waiting();
    }

    public int detachedWork() {
        return runtime.background().active();
    }
}
