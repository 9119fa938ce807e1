package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded AgentBay service without its HTTP front: contexts, sessions, their files and sync tasks.
 *
 * <p>It starts no thread, keeps no timer and reads no clock but the one it is given. Whoever wraps it calls
 * {@link #tick()} when {@link #nextDue()} has come. All methods may be called from many threads and may block on disk;
 * {@code tick()} too may run on several threads at once, each taking what is due next.
 */
public final class ServiceCore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceCore.class);

    private final Ground ground;
    private final InUse open = new InUse(ServiceError::closed);
    private final Actions actions = new Actions();
    private final StoredObjects objects;
    private final ContextActions contextActions;
    private final FileUrlActions fileUrls;
    private final SyncTasks tasks;
    private final SessionDoor door;
    private final SessionTable sessions = new SessionTable();
    private final SessionLife life;
    private final Inspection inspection;

    /**
     * Reads the ledger, reports sessions that lived before as ended and discards their files.
     *
     * @throws LedgerException if the ledger cannot be read
     * @throws UncheckedIOException if the disk cannot be used
     */
    public ServiceCore(Clock clock, RandomGenerator random, Disk disk, Ledger ledger, ServiceModel model) {
        this(clock, random, disk, ledger, model, CommandRunner.refusing("it was started without a sandbox"));
    }

    /** The same, with commands in sessions. */
    public ServiceCore(
            Clock clock, RandomGenerator random, Disk disk, Ledger ledger, ServiceModel model, CommandRunner commands) {
        ground = new Ground(clock, new Ids(random), disk, new Journal(ledger), new Agenda(), model);
        Blobs blobs = new Blobs();
        BlobWriters writers = new BlobWriters(disk, blobs, ground.journal(), ground.ids());
        BlobCollector collector = new BlobCollector(blobs, ground.journal(), disk);
        ObjectTable table = new ObjectTable(ground, blobs);
        ContextTable contexts = new ContextTable(clock, model.storage().listingLag());
        Recycler recycler = new Recycler(ground, contexts, table);
        ContextLife contextLife = new ContextLife(ground, contexts, table, recycler);
        objects = new StoredObjects(contexts, table, writers);
        tasks = new SyncTasks(ground, new SyncWork(ground, table, objects, writers));
        life = new SessionLife(ground, sessions, tasks, contextLife, commands);
        fileUrls = new FileUrlActions(ground, contexts, table);
        contextActions = new ContextActions(ground, contexts, sessions, contextLife);
        registerContexts(contexts);
        ToolDesk desk = new ToolDesk(ground, life, commands);
        door = new TokenDoor(sessions, desk);
        inspection = new Inspector(contexts, sessions);
        registerSessions(sessions, life, new Mounts(ground, contexts, contextLife), desk);
        start(new Startup(ground, contexts, blobs, collector, recycler), ledger, sessions, life, contextLife);
        blobs.onUnused(() -> ground.agenda().plan(ground.now(), () -> ground.untilRoom(collector::collect)));
    }

    private void registerContexts(ContextTable contexts) {
        contextActions.register(actions);
        new ListingActions(contexts, ground).register(actions);
        fileUrls.register(actions);
    }

    private void registerSessions(SessionTable sessions, SessionLife life, Mounts mounts, ToolDesk desk) {
        SessionViews views =
                new SessionViews(fileUrls::urls, ground.model().sessions().connections(), () -> Json.text(desk.list()));
        new SessionActions(ground, sessions, life, mounts, views).register(actions);
        new SessionCareActions(ground, sessions, views).register(actions);
        new SyncActions(ground, sessions, life, tasks, mounts).register(actions);
        new ToolActions(sessions, desk).register(actions);
        AbsentActions.register(actions);
    }

    private static void start(
            Startup startup, Ledger ledger, SessionTable sessions, SessionLife life, ContextLife contextLife) {
        try {
            startup.run(ledger.load(), sessions, life, contextLife);
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory cannot be used: " + e.getMessage(), e);
        }
    }

    /** Sets how addresses are made; without it every action that gives one fails. */
    public void urls(Urls urls) {
        fileUrls.urls(urls);
    }

    /** Sets who decides how sync tasks go wrong; without it none does. */
    public void taskFaults(TaskFaults faults) {
        tasks.faults(faults);
    }

    /** Sets who decides how clears go wrong; without it none does. */
    public void clearFaults(ClearFaults faults) {
        contextActions.faults(faults);
    }

    /** Does one call; every failure is a reply. Only a command's reply comes after this returned. */
    public CompletionStage<ServiceReply> handle(ServiceRequest request) {
        try {
            return open.with(() -> actions.run(request)).exceptionally(e -> failed(request, e));
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(failed(request, e));
        }
    }

    private static ServiceReply failed(ServiceRequest request, Throwable failure) {
        if (failure instanceof CompletionException wrapped && wrapped.getCause() != null) {
            return failed(request, wrapped.getCause());
        }
        if (failure instanceof ServiceError known) {
            return known.reply();
        }
        if (failure instanceof UncheckedIOException e) {
            LOG.warn("{} failed on disk", request.action(), e);
            return ServiceReply.error(500, "InternalError", Reasons.of(Objects.requireNonNull(e.getCause())));
        }
        LOG.error("{} failed", request.action(), failure);
        return ServiceReply.error(
                500,
                "InternalError",
                "The service failed: " + failure.getClass().getSimpleName());
    }

    /** The files of contexts for signed addresses. */
    public ObjectStore objects() {
        return objects;
    }

    /** Sessions for who holds their token. */
    public SessionDoor door() {
        return door;
    }

    /** A look at everything there is. */
    public Inspection inspection() {
        return inspection;
    }

    /** Ends a session at once and without its upload, as if its machine had died; nothing if it does not live. */
    public void vanish(String sessionId) {
        open.with(() -> {
            sessions.find(sessionId).ifPresent(life::vanish);
            return sessionId;
        });
    }

    /** When {@link #tick()} has work next; empty if nothing is planned. A call may bring it forward. */
    public Optional<Instant> nextDue() {
        return ground.agenda().next();
    }

    /** Does everything that is due now: tasks, idle releases, ends of sessions, collection of unused blobs. */
    public void tick() {
        Instant now = ground.now();
        for (Optional<Runnable> due = ground.agenda().takeDue(now);
                due.isPresent();
                due = ground.agenda().takeDue(now)) {
            run(due.get());
        }
    }

    private void run(Runnable work) {
        try {
            open.with(() -> {
                work.run();
                return work;
            });
        } catch (RuntimeException e) {
            LOG.warn("Planned work failed: {}", e.getMessage());
        }
    }

    /**
     * Sets who is told, on the thread of a call or a tick and at once, that {@link #nextDue()} is worth another look:
     * something was planned before everything else, or a tick takes up work that may last while more waits. The
     * listener must not block.
     */
    public void onEarlier(Runnable listener) {
        ground.agenda().onEarlier(listener);
    }

    /** Waits for calls and work under way, then closes the ledger. Sessions still alive are reported ended by the next start. */
    @Override
    public void close() {
        open.end();
        ground.journal().close();
    }
}
