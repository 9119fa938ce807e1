package io.agentbay.reactive.local.simulation.world;

import io.agentbay.reactive.local.core.MemoryMachine;
import io.agentbay.reactive.local.core.ObjectDownload;
import io.agentbay.reactive.local.core.ServiceCore;
import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.core.ServiceModel;
import io.agentbay.reactive.local.core.ServiceReply;
import io.agentbay.reactive.local.core.ServiceRequest;
import io.agentbay.reactive.local.core.UrlGrant;
import io.agentbay.reactive.local.core.Urls;
import io.agentbay.reactive.local.simulation.fault.Weather;
import io.agentbay.reactive.local.simulation.history.History;
import io.agentbay.reactive.local.simulation.history.Sha256;
import io.agentbay.reactive.local.simulation.history.Stores;
import io.agentbay.reactive.local.simulation.history.Truth;
import io.agentbay.reactive.local.simulation.world.Timeline.Event;
import io.agentbay.reactive.local.simulation.world.Timeline.Life;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The service of a world: the same core that stands behind HTTP, on a disk and a ledger in memory. */
public final class Service implements Urls {

    static final String ENDPOINT = "http://127.0.0.1:1";
    static final String TENANT = "t";
    private static final Duration RESTART = Duration.ofSeconds(3);

    private final Timeline timeline;
    private final Weather weather;
    private final History history;
    private final Truth truth;
    private final Stores stores;
    private final SplittableRandom random;
    private final ServiceModel model;
    private final SimulatedClock clock;
    private final Map<String, UrlGrant> grants = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private MemoryMachine machine;
    private @Nullable ObservedDisk seen;
    private @Nullable ObservedLedger kept;
    private @Nullable ServiceCore core;
    private Life life = new Life("service", false);
    private @Nullable Event wake;
    private boolean starting;
    private boolean observing;
    private boolean full;

    Service(
            Timeline timeline,
            Chances chances,
            Weather weather,
            History history,
            Truth truth,
            Stores stores,
            ServiceModel model) {
        this.timeline = timeline;
        this.weather = weather;
        this.history = history;
        this.truth = truth;
        this.stores = stores;
        this.model = model;
        this.random = chances.draw("service");
        this.clock = new SimulatedClock(timeline, Duration.ZERO);
        this.machine = new MemoryMachine(clock);
    }

    public ServiceModel model() {
        return model;
    }

    public boolean isUp() {
        return core != null;
    }

    void start() {
        starting = true;
        machine.disk().faults(this::fail);
        seen = new ObservedDisk(machine.disk(), truth::reads);
        var ledger = new ObservedLedger(machine.ledger(), truth::committed, this::commitFault);
        var fresh = new ServiceCore(clock, random, seen, ledger, model);
        fresh.urls(this);
        fresh.taskFaults(weather::task);
        fresh.onEarlier(this::plan);
        kept = ledger;
        core = fresh;
        starting = false;
        observe();
        plan();
    }

    private void fail(String operation, String path) throws IOException {
        if (fails(operation)) {
            throw new FileSystemException(path, null, "Input/output error");
        }
    }

    private boolean fails(String operation) {
        boolean fails = !starting && !observing && weather.disk(operation);
        if (fails) {
            history.note("  the disk fails to " + operation);
            history.count("fault disk");
        }
        return fails;
    }

    private ObservedLedger.Fault commitFault() {
        if (full && !starting && weather.ledgerFull()) {
            history.note("  the ledger finds no room");
            return ObservedLedger.Fault.FULL;
        }
        if (!fails("commit")) {
            return ObservedLedger.Fault.NONE;
        }
        return weather.happensFirst() ? ObservedLedger.Fault.ERROR_AFTER : ObservedLedger.Fault.ERROR;
    }

    /** The disk has room for so many bytes and no more, until somebody makes room. */
    public void fill(long bytes, Duration time) {
        history.note("the service's disk has room for " + bytes + " bytes");
        history.count("fault disk full");
        full = true;
        machine.disk().room(bytes);
        var unused = timeline.plan(time.toNanos(), life, this::makeRoom);
    }

    /** The disk is as large as ever. */
    public void makeRoom() {
        full = false;
        machine.disk().room(Long.MAX_VALUE);
    }

    /** The power will fail within so many operations of disk and ledger. */
    public void losePowerWithin(int operations) {
        machine.power().cutAt(machine.power().steps() + operations);
    }

    /** The power fails: what was not forced is there or not; it comes back a moment later. */
    public void losePower() {
        history.note("service loses power");
        history.count("fault power loss");
        core = null;
        full = false;
        life.end();
        life = new Life("service", false);
        machine = machine.powerLoss(random);
        truth.serviceStopped();
        var unused = timeline.plan(RESTART.toNanos(), life, this::restart);
    }

    private void restart() {
        var recovery = new Recovery(truth, kept == null ? null : kept.unacknowledged());
        broken.addAll(recovery.differences(machine.ledger().load()));
        start();
        broken.addAll(recovery.unreadable(this));
    }

    /** What a restart did not find as it had been acknowledged, and what cannot be read now. */
    public List<String> broken() {
        var all = new ArrayList<>(broken);
        if (isUp()) {
            all.addAll(new Recovery(truth, null).unreadable(this));
        }
        return all;
    }

    /** Steps the clock of the service. */
    public void stepClock(Duration by) {
        history.note("the service's clock steps by " + by);
        clock.step(by);
        plan();
    }

    /** Whether a session is over for the service, its upload included; no session outlives a stop. */
    public boolean hasFinished(String session) {
        return core == null
                || core.inspection().sessions(Integer.MAX_VALUE).items().stream()
                        .noneMatch(view -> session.equals(view.get("id")) && !"FINISH".equals(view.get("status")));
    }

    /** Does one call at once; null while it is down. */
    public @Nullable ServiceReply handle(String caller, String action, Map<String, String> fields) {
        if (core == null) {
            return null;
        }
        truth.doing(caller + " " + action);
        if (action.equals("DeleteSessionAsync")) {
            truth.askToEnd(fields.getOrDefault("SessionId", ""));
        }
        var reply = core.handle(new ServiceRequest(TENANT, action, fields));
        return done() ? reply.toCompletableFuture().getNow(null) : null;
    }

    /** Stores what a signed address allows; a {@link ServiceError} otherwise, null while it is down. */
    @Nullable
    String put(String caller, String url, byte[] content) throws IOException {
        if (core == null) {
            return null;
        }
        var grant = grant(url, "PUT");
        truth.doing(caller + " PUT");
        if (weather.losesPut(grant.key())) {
            history.note("  " + grant.key() + " is acknowledged and lost");
            return Sha256.of(content);
        }
        stores.sent(grant.contextId(), grant.key(), content);
        try (var upload = core.objects().upload(grant.contextId(), grant.key())) {
            upload.write(ByteBuffer.wrap(content));
            var etag = upload.commit().etag();
            return machine.power().on() ? readable(grant, etag) : null;
        } finally {
            var unused = done();
        }
    }

    /** What is answered to have been stored is there. */
    private String readable(UrlGrant grant, String etag) {
        if (content(grant.contextId(), grant.key()) == null) {
            broken.add(grant.key() + " of " + grant.contextId() + " was stored and cannot be read");
        }
        return etag;
    }

    /** Stores an object without an address, as nobody could; for who does not use this library. */
    public void store(String caller, String context, String key, String text) {
        try {
            var unused = put(
                    caller,
                    signed(new UrlGrant("PUT", context, key, clock.instant().plusSeconds(60))),
                    text.getBytes(StandardCharsets.UTF_8));
        } catch (ServiceError | IOException refused) {
            history.note("refused: " + refused.getMessage());
        }
    }

    /** Opens what a signed address allows; a {@link ServiceError} otherwise, null while it is down. */
    @Nullable
    ObjectDownload get(String url) throws IOException {
        if (core == null) {
            return null;
        }
        var grant = grant(url, "GET");
        return core.objects().open(grant.contextId(), grant.key());
    }

    private UrlGrant grant(String url, String method) {
        var grant = grants.get(url);
        if (grant == null || !grant.method().equals(method)) {
            throw new ServiceError(403, "SignatureDoesNotMatch", "The signature does not match this request.");
        }
        if (!clock.instant().isBefore(grant.expires())) {
            throw new ServiceError(403, "AccessDenied", "Request has expired.");
        }
        return grant;
    }

    @Override
    public String signed(UrlGrant grant) {
        var url = ENDPOINT + "/_store/" + grants.size();
        grants.put(url, grant);
        return url;
    }

    @Override
    public String endpoint() {
        return ENDPOINT;
    }

    /** The bytes an object has now; null when it is not there or cannot be read. */
    public byte @Nullable [] content(String context, String key) {
        if (core == null) {
            return null;
        }
        observing = true;
        try (var open = core.objects().open(context, key)) {
            return bytes(open);
        } catch (IOException | ServiceError gone) {
            return null;
        } finally {
            observing = false;
        }
    }

    static byte[] bytes(ObjectDownload open) throws IOException {
        var buffer = ByteBuffer.allocate((int) open.object().size());
        while (buffer.hasRemaining() && open.read(buffer.position(), buffer) >= 0) {
            continue;
        }
        return buffer.array();
    }

    /** Files that should not be there when nothing is under way. */
    public List<String> leftovers() {
        return machine.disk().files("tmp");
    }

    /** After all it did: whether there is still power. */
    private boolean done() {
        if (!machine.power().on()) {
            losePower();
            return false;
        }
        observe();
        plan();
        return true;
    }

    /** Tells the truth which files of sessions changed. */
    private void observe() {
        if (seen == null) {
            return;
        }
        machine.disk().takeJournal();
        observing = true;
        for (var path : seen.takeTouched()) {
            var parts = path.split("/", 4);
            if (parts.length == 4 && parts[2].equals("root")) {
                observe(parts[1], "/" + parts[3], path);
            }
        }
        observing = false;
        for (var archive : truth.archives().takeChanged()) {
            truth.archives().holds(archive, content(archive.context(), archive.key()));
        }
    }

    private void observe(String session, String file, String path) {
        try {
            var entry = machine.disk().stat(path);
            if (entry.isEmpty() || !entry.get().isFile()) {
                truth.file(session, file, null, 0);
                return;
            }
            try (var reader = machine.disk().open(path)) {
                var content = ByteBuffer.allocate((int) reader.size());
                while (content.hasRemaining() && reader.read(content.position(), content) >= 0) {
                    continue;
                }
                truth.file(session, file, Sha256.of(content.array()), content.capacity());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void plan() {
        if (core == null) {
            return;
        }
        core.nextDue().ifPresent(due -> {
            if (wake != null) {
                wake.giveUp();
            }
            long delay = Duration.between(clock.instant(), due).toNanos();
            wake = timeline.plan(Math.max(0, delay), life, this::tick);
        });
    }

    private void tick() {
        if (core != null) {
            truth.doing("tick");
            core.tick();
            var unused = done();
        }
    }
}
