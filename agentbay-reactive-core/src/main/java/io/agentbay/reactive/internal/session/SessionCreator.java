package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.SessionCreateUnconfirmedException;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.Progress.Phase;
import io.agentbay.reactive.internal.event.Operations;
import io.agentbay.reactive.internal.event.ProgressSink;
import io.agentbay.reactive.internal.wire.PolicyJson;
import io.agentbay.reactive.internal.wire.SessionWire.MountData;
import io.agentbay.reactive.internal.wire.SessionWire.NewSession;
import io.agentbay.reactive.session.CloseMode;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Mount;
import java.util.HashMap;
import java.util.List;
import reactor.core.publisher.Mono;

/** Creates sessions: each create is sent once, found again if its answer was lost, and never left behind. */
final class SessionCreator {

    private final SessionWorld world;
    private final SessionFactory factory;
    private final SessionCloser closer;
    private final Caretaker caretaker;
    private final KeepAlive keepAlive;
    private final RequestCheck check;
    private final CreateSearch search;
    private final Shield shield;
    private final SessionGate gate = new SessionGate("client");

    SessionCreator(
            SessionWorld world,
            SessionFactory factory,
            SessionCloser closer,
            Caretaker caretaker,
            KeepAlive keepAlive,
            RequestCheck check) {
        this.world = world;
        this.factory = factory;
        this.closer = closer;
        this.caretaker = caretaker;
        this.keepAlive = keepAlive;
        this.check = check;
        this.search = new CreateSearch(world.sessions(), world.runtime().timer());
        this.shield = new Shield(world.runtime());
    }

    /** Counts creates under way; closed, it refuses new ones. */
    SessionGate gate() {
        return gate;
    }

    /** A cancelled create goes on, and its session is closed once it is there and safe. */
    Mono<SessionRuntime> create(SessionRequest request) {
        return Mono.deferContextual(context -> {
            var refusal = check.refusal(request);
            if (refusal != null) {
                return Mono.error(refusal);
            }
            var shared = gate.pass(operation(request))
                    .contextWrite(own -> Shield.free(own, context))
                    .cache();
            return shield.await("Creating a session", shared, rest -> rest.flatMap(this::closeUnwanted));
        });
    }

    private Mono<?> closeUnwanted(SessionRuntime session) {
        return closer.close(session, CloseMode.SAVE_FIRST);
    }

    private Mono<SessionRuntime> operation(SessionRequest request) {
        var what = new Operations.Spec(Operation.Kind.SESSION_CREATE, null, null, null);
        return world.operations().run(what, session -> null, progress -> steps(request, progress));
    }

    private Mono<SessionRuntime> steps(SessionRequest request, ProgressSink progress) {
        return Mono.defer(() -> {
            var label = CreateLabel.next(world.runtime().random());
            var origin = Origin.created(request, label, world.runtime().clock().instant());
            tell(progress, Phase.TRIGGERED);
            return world.sessions()
                    .create(asked(request, label))
                    .map(data -> factory.created(data, request, origin))
                    .onErrorResume(Failures::mayHaveHappened, lost -> {
                        tell(progress, Phase.CONFIRMING);
                        return reconcile(request, origin, lost);
                    })
                    .doOnNext(session -> progress.session(session.id().value()))
                    .flatMap(session -> whenReady(session, progress));
        });
    }

    private Mono<SessionRuntime> reconcile(SessionRequest request, Origin origin, Throwable lost) {
        return search.search(origin.label())
                .flatMap(ids -> adopt(ids, request, origin))
                .switchIfEmpty(Mono.defer(() -> Mono.error(unconfirmed(request, origin, lost))));
    }

    /** The first is the one; the rest can only be copies of the request made on its way. */
    private Mono<SessionRuntime> adopt(List<String> ids, SessionRequest request, Origin origin) {
        ids.stream()
                .skip(1)
                .forEach(id -> world.runtime()
                        .background()
                        .run(
                                "Closing a duplicate session",
                                found(id, request, origin).flatMap(this::closeUnwanted)));
        return found(ids.get(0), request, origin);
    }

    /** Nobody kept it alive until now, so that its idle time may be nearly over. */
    private Mono<SessionRuntime> found(String id, SessionRequest request, Origin origin) {
        return factory.found(id, request, origin)
                .delayUntil(session -> keepAlive.refresh(session).onErrorComplete());
    }

    private SessionCreateUnconfirmedException unconfirmed(SessionRequest request, Origin origin, Throwable lost) {
        var until = world.runtime().clock().instant().plus(request.idleTimeout());
        var error = new SessionCreateUnconfirmedException(
                "Nobody knows whether the session was created; if it was, it has the label " + SessionRequest.ID_LABEL
                        + "=" + origin.label(),
                origin.label(),
                until,
                ErrorDetails.of("CreateMcpSession").mayHaveHappened(true).cause(lost));
        var entry =
                new UnconfirmedCreate(request, origin.label(), origin.createdAt(), until, Failures.toFailure(error));
        caretaker.watch(entry, sweep(request, origin));
        return error;
    }

    /** Closes what turns up late; nobody waits for it any more. */
    private Mono<Boolean> sweep(SessionRequest request, Origin origin) {
        return search.look(origin.label())
                .doOnNext(ids -> ids.forEach(id -> world.runtime()
                        .background()
                        .run(
                                "Closing a session found late",
                                found(id, request, origin).flatMap(this::closeUnwanted))))
                .hasElement();
    }

    private static void tell(ProgressSink progress, Phase phase) {
        progress.update(now -> now.withPhase(phase));
    }

    private Mono<SessionRuntime> whenReady(SessionRuntime session, ProgressSink progress) {
        var waits = session.mounts().stream()
                .filter(mount -> mount.policy().downloadsAutomatically() && !mount.isReadyLater())
                .map(session.sync()::awaitReady)
                .toList();
        if (!waits.isEmpty()) {
            tell(progress, Phase.TRANSFERRING);
        }
        return keepAlive
                .during(session, Failures.all(waits))
                .onErrorResume(error -> notReady(session, error))
                .thenReturn(session);
    }

    /** What could empty a context is kept; anything else ends here. */
    private Mono<Void> notReady(SessionRuntime session, Throwable error) {
        session.failed(Failures.toFailure(error));
        if (!session.endangered().isEmpty()) {
            caretaker.keep(session);
            return Mono.error(error);
        }
        return Failures.ofOne(closeUnwanted(session))
                .doOnNext(other -> Failures.suppress(error, other))
                .then(Mono.error(error));
    }

    private NewSession asked(SessionRequest request, String label) {
        var labels = new HashMap<>(request.labels());
        labels.put(SessionRequest.ID_LABEL, label);
        int idle = Math.toIntExact(Math.min(request.idleTimeout().toSeconds(), Integer.MAX_VALUE));
        return new NewSession(
                request.image(),
                labels,
                request.mounts().stream().map(this::mount).toList(),
                idle,
                null);
    }

    private MountData mount(Mount mount) {
        return new MountData(mount.context().value(), mount.path(), PolicyJson.write(mount.policy(), world.json()));
    }
}
