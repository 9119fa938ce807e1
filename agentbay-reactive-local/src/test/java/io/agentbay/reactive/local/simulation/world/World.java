package io.agentbay.reactive.local.simulation.world;

import io.agentbay.reactive.local.core.ServiceModel;
import io.agentbay.reactive.local.simulation.fault.UploadSeen;
import io.agentbay.reactive.local.simulation.fault.Weather;
import io.agentbay.reactive.local.simulation.fault.Weather.Storm;
import io.agentbay.reactive.local.simulation.history.History;
import io.agentbay.reactive.local.simulation.history.Snapshots;
import io.agentbay.reactive.local.simulation.history.Stores;
import io.agentbay.reactive.local.simulation.history.Truth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Everything of one run. */
public final class World {

    private final Chances chances;
    private final Timeline timeline = new Timeline();
    private final History history = new History(timeline::now);
    private final Truth truth = new Truth(timeline::now);
    private final Stores stores = new Stores(truth);
    private final Snapshots snapshots = new Snapshots();
    private final Weather weather;
    private final Service service;
    private final List<Client> clients = new ArrayList<>();
    private final Set<String> strangers = new TreeSet<>();
    private final Set<String> endedByStrangers = new TreeSet<>();

    public World(Chances chances, ServiceModel model, Storm storm) {
        this.chances = chances;
        this.weather = new Weather(chances, storm, timeline::now, history::count);
        this.service = new Service(timeline, chances, weather, history, truth, stores, model);
        service.start();
    }

    /** Starts a client on a machine of its own. */
    public Client client(String name) {
        long skew = chances.draw("skew " + name).nextLong(-3_000, 3_000);
        var clock = new SimulatedClock(timeline, Duration.ofMillis(skew));
        return add(new Client(this, name, clock, new MemoryFiles(clock)));
    }

    /** Starts a client on the machine of one that crashed. */
    public Client client(String name, Client crashed) {
        return add(new Client(this, name, crashed.clock(), crashed.files()));
    }

    private Client add(Client client) {
        clients.add(client);
        return client;
    }

    public Chances chances() {
        return chances;
    }

    public Timeline timeline() {
        return timeline;
    }

    public History history() {
        return history;
    }

    public Truth truth() {
        return truth;
    }

    /** The stores of snapshots, as the service sees them. */
    public Stores stores() {
        return stores;
    }

    /** The snapshots that were told of. */
    public Snapshots snapshots() {
        return snapshots;
    }

    public Weather weather() {
        return weather;
    }

    public Service service() {
        return service;
    }

    public List<Client> clients() {
        return clients;
    }

    /** The mounts, as session and path, that somebody synced who does not use this library. */
    public Set<String> strangers() {
        return strangers;
    }

    /** The sessions somebody ended who does not use this library. */
    public Set<String> endedByStrangers() {
        return endedByStrangers;
    }

    /** Every upload task that was ever accepted. */
    public List<UploadSeen> uploads() {
        return weather.uploads();
    }

    /** How long a listing may not show what there is; a second more, for the whole seconds of its times. */
    public Duration listingLag() {
        return service.model().storage().listingLag().plusSeconds(1);
    }

    /** Lets this much time pass. */
    public void run(Duration time) {
        timeline.runUntil(timeline.now() + time.toNanos());
    }

    /** Lets time pass until this holds, at most so long; whether it does. */
    public boolean runUntil(java.util.function.BooleanSupplier holds, Duration most) {
        long limit = timeline.now() + most.toNanos();
        while (!holds.getAsBoolean()) {
            if (!timeline.step(limit)) {
                return holds.getAsBoolean();
            }
        }
        return true;
    }

    /** Seconds, for people. */
    public static String seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos) / 1000.0 + " s";
    }
}
