package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.SessionId;
import io.agentbay.reactive.error.ClosedException;
import io.agentbay.reactive.internal.runtime.LateErrors;
import io.agentbay.reactive.internal.wire.Pages;
import io.agentbay.reactive.observability.ClientMeters;
import io.agentbay.reactive.session.OwnedSession;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionOperations;
import io.agentbay.reactive.session.SessionQuery;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionState;
import io.agentbay.reactive.session.SessionSummary;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** All sessions of one client. */
public final class DefaultSessionOperations implements SessionOperations {

    private static final Function<Context, Context> LATE = LateErrors.quietly(ClosedException.class);

    private static final int PER_PAGE = 100;

    private final SessionWorld world;
    private final SessionRegistry registry = new SessionRegistry();
    private final KeepAlive keepAlive;
    private final Caretaker caretaker;
    private final SessionEnd end;
    private final SessionCloser closer;
    private final SessionFactory factory;
    private final RequestCheck check;
    private final Bindings bindings;
    private final Binder binder;
    private final SessionCreator creator;
    private final SessionShutdown shutdown;
    private final AutoSyncStart autoSyncs;

    private DefaultSessionOperations(SessionWorld world) {
        this.world = world;
        var runtime = world.runtime();
        this.keepAlive = new KeepAlive(world.sessions(), runtime);
        this.caretaker = new Caretaker(runtime, registry, keepAlive);
        this.end = new SessionEnd(
                world.sessions(), runtime.timer(), world.timeouts().close());
        this.check = new RequestCheck(world, registry.history());
        this.bindings = new Bindings(world, registry.history());
        this.binder = new Binder(world, keepAlive, check, bindings);
        this.closer = new SessionCloser(world, registry, caretaker, keepAlive, end, bindings);
        this.factory = new SessionFactory(world, registry);
        this.creator = new SessionCreator(world, factory, closer, caretaker, keepAlive, check);
        this.autoSyncs = new AutoSyncStart(world, registry, caretaker, keepAlive, end);
        this.shutdown = new SessionShutdown(runtime, registry, caretaker, creator.gate(), closer);
    }

    /** The sessions of a client built on this world. */
    public static DefaultSessionOperations of(SessionWorld world) {
        return new DefaultSessionOperations(world);
    }

    /** Shows how many sessions there are, and how much of what they hold is not saved. */
    public void show(ClientMeters meters) {
        new SessionFigures(registry, world.runtime()::nanos).show(meters);
    }

    /** Whether a session this client created and has not seen end mounts this context. */
    public boolean mounts(ContextId context) {
        return registry.owned().stream()
                .flatMap(session -> session.mounts().stream())
                .anyMatch(mount -> mount.context().equals(context));
    }

    /** Whether the session of this client that mounted this context last did so as archive. */
    public boolean mountedAsArchive(ContextId context) {
        return registry.history().isArchived(context.value());
    }

    /** Saves and closes what is owned, within {@code grace}; see {@code AgentBayClient.shutdown}. */
    public Mono<Void> shutdown(Duration grace) {
        return shutdown.run(grace);
    }

    @Override
    public <T> Mono<T> use(SessionRequest request, Function<Session, Mono<T>> work) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(work, "work");
        return Mono.deferContextual(context -> {
            var run = run(request, context);
            return creator.create(request)
                    .doOnNext(session -> autoSyncs.handedOut(session, context))
                    .flatMap(session -> run.began(session) ? around(run, session, work) : Mono.never())
                    .doFinally(run::ended);
        });
    }

    private <T> Mono<T> around(UseRun run, SessionRuntime session, Function<Session, Mono<T>> work) {
        return keepAlive
                .during(session, Mono.defer(() -> work.apply(handle(session))))
                .contextWrite(LATE)
                .materialize()
                .flatMap(outcome -> finish(run, outcome));
    }

    private static <T> Mono<T> finish(UseRun run, Signal<T> outcome) {
        var error = outcome.getThrowable();
        return error == null ? run.afterSuccess().then(Mono.justOrEmpty(outcome.get())) : run.afterError(error);
    }

    @Override
    public <T> Flux<T> useMany(SessionRequest request, Function<Session, Flux<T>> work) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(work, "work");
        return Flux.deferContextual(context -> {
            var run = run(request, context);
            return creator.create(request)
                    .doOnNext(session -> autoSyncs.handedOut(session, context))
                    .flatMapMany(session -> run.began(session) ? aroundMany(run, session, work) : Flux.never())
                    .doFinally(run::ended);
        });
    }

    private <T> Flux<T> aroundMany(UseRun run, SessionRuntime session, Function<Session, Flux<T>> work) {
        return keepAlive
                .during(session, Flux.defer(() -> work.apply(handle(session))))
                .contextWrite(LATE)
                .onErrorResume(run::afterError)
                .concatWith(run.afterSuccess().then(Mono.empty()));
    }

    private UseRun run(SessionRequest request, ContextView context) {
        return new UseRun(request, closer, caretaker, world.runtime(), context);
    }

    @Override
    public Mono<Session> create(SessionRequest request) {
        Objects.requireNonNull(request, "request");
        return Mono.deferContextual(context -> creator.create(request)
                .doOnNext(session -> autoSyncs.handedOut(session, context))
                .map(this::handle));
    }

    @Override
    public Mono<Session> get(SessionId id) {
        Objects.requireNonNull(id, "id");
        return Mono.defer(() -> {
                    var known = registry.find(id.value());
                    return known == null ? factory.borrowed(id.value()) : Mono.just(known);
                })
                .map(this::handle);
    }

    @Override
    public List<SessionRequest.Problem> problems(SessionRequest request) {
        Objects.requireNonNull(request, "request");
        return check.problems(request);
    }

    @Override
    public Flux<SessionSummary> list(SessionQuery query) {
        Objects.requireNonNull(query, "query");
        var state = query.state();
        var word = state == null ? null : state.name();
        return Pages.all("ListSession", token -> world.sessions().list(query.labels(), word, PER_PAGE, token))
                .map(row -> new SessionSummary(SessionId.of(row.sessionId()), SessionStates.of(row.status())))
                .doOnNext(this::saw);
    }

    private void saw(SessionSummary row) {
        if (row.state() != SessionState.DELETED) {
            registry.saw(row.id().value());
        }
    }

    @Override
    public Mono<Void> deleteUnsaved(SessionId id) {
        Objects.requireNonNull(id, "id");
        return Mono.defer(() -> {
            var known = registry.find(id.value());
            if (known != null) {
                known.gate().close();
                known.timers().end();
            }
            return end.end(id.value(), registry.hasSeen(id.value())).doOnSuccess(done -> forget(id, known));
        });
    }

    private void forget(SessionId id, @Nullable SessionRuntime known) {
        if (known != null) {
            caretaker.release(known);
        }
        registry.ended(id.value());
    }

    @Override
    public List<OwnedSession> owned() {
        return registry.describe();
    }

    private Session handle(SessionRuntime session) {
        return new DefaultSession(
                session,
                closer,
                new GatedSync(session, keepAlive, binder, world.operations()),
                new DefaultSessionControl(world, session, keepAlive),
                world,
                () -> detach(session));
    }

    private void detach(SessionRuntime session) {
        session.timers().end();
        caretaker.release(session);
        registry.detach(session);
    }
}
