package io.agentbay.reactive.examples.quickstart;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.file.TransferReport;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncReport;
import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** The run itself: save in one session, compare in another, then a snapshot and back. */
final class Steps {

    private static final Duration IDLE = Duration.ofMinutes(10);

    private final AgentBayClient client;
    private final SourceTree source;
    private final Options options;
    private final Progression progression;
    private final Supplier<Meters> meters;

    Steps(AgentBayClient client, SourceTree source, Options options, Progression progression, Supplier<Meters> meters) {
        this.client = client;
        this.source = source;
        this.options = options;
        this.progression = progression;
        this.meters = meters;
    }

    Mono<Outcome> run() {
        return findOrCreate()
                .flatMap(found -> {
                    var mount = mount(found.context());
                    return save(mount)
                            .flatMap(saved -> check(mount).flatMap(verdict -> prove(found, mount, saved, verdict)));
                })
                .doOnTerminate(progression::stop)
                .contextWrite(OperationEvent.listener(progression::show));
    }

    private Mono<Found> findOrCreate() {
        var name = options.contextName();
        return progression.in(
                Phase.CONTEXT,
                client.contexts()
                        .find(name)
                        .map(context -> new Found(context, true))
                        .switchIfEmpty(client.contexts().getOrCreate(name).map(context -> new Found(context, false))));
    }

    /** Deletions stay in the session, so that it can be given up at any moment without a loss. */
    private Mount mount(AgentBayContext context) {
        return Mount.of(context, options.mount, SyncPolicy.onDemand().keepingDeleted());
    }

    private Mono<Saved> save(Mount mount) {
        var work = client.sessions()
                .use(
                        request(mount),
                        session -> write(session, mount)
                                .flatMap(written ->
                                        sync(session).map(synced -> new Saved(session.id(), written, synced)))
                                .doOnSuccess(saved -> progression.enter(Phase.CLOSE)));
        return progression.in(Phase.OPEN, work);
    }

    private Mono<TransferReport> write(Session session, Mount mount) {
        return progression.in(Phase.WRITE, session.files().copyFrom(source.root(), mount.path(), source.selector()));
    }

    private Mono<SyncReport> sync(Session session) {
        return progression.in(Phase.SYNC, session.sync().upload());
    }

    private Mono<Verdict> check(Mount mount) {
        var work = client.sessions()
                .use(
                        request(mount),
                        session -> progression
                                .in(Phase.READ_BACK, new ReadBack(source, session, mount, progression).verdict())
                                .doOnSuccess(verdict -> progression.enter(Phase.CLOSE_AGAIN)));
        return progression.in(Phase.REOPEN, work);
    }

    private Mono<Outcome> prove(Found found, Mount mount, Saved saved, Verdict verdict) {
        var before = meters.get();
        return new RoundTrip(client, source, mount, progression)
                .of(found.context())
                .map(done -> new Outcome(found.context(), found.fromBefore(), saved, verdict, before, done));
    }

    private static SessionRequest request(Mount mount) {
        return SessionRequest.mounting(mount).idleTimeout(IDLE).label("program", "quick-start");
    }

    /** The context and whether it was there before. */
    private record Found(AgentBayContext context, boolean fromBefore) {}
}
