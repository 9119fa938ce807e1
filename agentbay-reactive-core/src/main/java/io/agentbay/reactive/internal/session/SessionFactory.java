package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.internal.runtime.Both;
import io.agentbay.reactive.internal.wire.PolicyReader;
import io.agentbay.reactive.internal.wire.SessionWire.SessionData;
import io.agentbay.reactive.internal.wire.SyncWire.BoundContext;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionState;
import io.agentbay.reactive.sync.Mount;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Turns what the service says of a session into its state here. */
final class SessionFactory {

    private final SessionWorld world;
    private final SessionRegistry registry;

    SessionFactory(SessionWorld world, SessionRegistry registry) {
        this.world = world;
        this.registry = registry;
    }

    /** A session this client created, owned from now on. */
    SessionRuntime created(SessionData data, SessionRequest request, Origin origin) {
        var session = new SessionRuntime(data, request.mounts(), origin, world);
        registry.own(session);
        return session;
    }

    /** A session this client created and knows by its id alone; without more, its tools go by the service. */
    Mono<SessionRuntime> found(String id, SessionRequest request, Origin origin) {
        return world.sessions()
                .get(id)
                .onErrorResume(AgentBayException.class, error -> Mono.just(bare(id)))
                .map(data -> created(data, request, origin));
    }

    /** A running session, whoever created it. */
    Mono<SessionRuntime> borrowed(String id) {
        var session = world.sessions()
                .get(id)
                .filter(data -> SessionStates.of(data.status()) != SessionState.DELETED)
                .switchIfEmpty(Mono.error(() -> ended(id)));
        return Both.of(
                session,
                world.mounts().bindings(id).map(this::mounts),
                (data, mounts) -> registry.borrow(id, () -> borrowed(data, mounts)));
    }

    private SessionRuntime borrowed(SessionData data, List<Mount> mounts) {
        return new SessionRuntime(
                data, mounts, Origin.borrowed(world.runtime().clock().instant()), world);
    }

    /** A mount nobody understands could not be saved at the end, so there is no handle without all of them. */
    private List<Mount> mounts(List<BoundContext> bound) {
        try {
            return bound.stream().map(this::mount).toList();
        } catch (IllegalArgumentException e) {
            throw new UnexpectedResponseException(
                    "The service describes a mount that this client cannot use: " + e.getMessage(),
                    "",
                    ErrorDetails.of("DescribeSessionContexts").cause(e));
        }
    }

    private Mount mount(BoundContext bound) {
        return Mount.of(ContextId.of(bound.contextId()), bound.path(), PolicyReader.read(bound.policy(), world.json()));
    }

    private static SessionData bare(String id) {
        return new SessionData(id, null, null, null, null, null, Map.of(), List.of());
    }

    static NotFoundException ended(String id) {
        Objects.requireNonNull(id, "id");
        return new NotFoundException(
                "Session " + id + " has ended", NotFoundException.Kind.SESSION, id, 0, ErrorDetails.of("GetSession"));
    }
}
