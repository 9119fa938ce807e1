package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.BindUnconfirmedException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.internal.wire.PolicyJson;
import io.agentbay.reactive.internal.wire.PolicyReader;
import io.agentbay.reactive.internal.wire.ServiceTimes;
import io.agentbay.reactive.internal.wire.SyncWire.BoundContext;
import io.agentbay.reactive.sync.Binding;
import io.agentbay.reactive.sync.Mount;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the service lists as mounted in a session. */
final class Bindings {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int LOOKS = 60;

    private final SessionWorld world;
    private final MountHistory history;

    Bindings(SessionWorld world, MountHistory history) {
        this.world = world;
        this.history = history;
    }

    /** The service lists the mount: it is one of the session from now on. */
    void adopt(SessionRuntime session, Mount mount) {
        session.bound(mount);
        history.mounted(session.id().value(), List.of(mount));
    }

    Flux<Binding> list(SessionRuntime session) {
        return bound(session).map(this::binding);
    }

    /** The mount as it is listed, with the same policy or without one; empty when it is not. */
    Mono<Binding> same(SessionRuntime session, Mount mount) {
        return listed(session, mount)
                .filter(bound -> bound.policy() == null || wire(mount).equals(wire(bound)))
                .map(this::binding);
    }

    /** Looks again and again until the mount is listed; {@code BindUnconfirmedException} when it is not in time. */
    Mono<Binding> untilListed(SessionRuntime session, Mount mount, @Nullable Throwable lost) {
        var last = new AtomicReference<>(lost);
        return listed(session, mount)
                .onErrorResume(error -> !(error instanceof NotFoundException), error -> {
                    last.set(error);
                    return Mono.empty();
                })
                .repeatWhenEmpty(again ->
                        again.take(LOOKS).delayElements(PAUSE, world.runtime().timer()))
                .map(this::binding)
                .switchIfEmpty(Mono.error(() -> unconfirmed(session, mount, last.get())));
    }

    /** What became of binds that nobody confirmed: from now on mounts like any other, or forgotten. */
    Mono<Void> settle(SessionRuntime session) {
        return Flux.defer(() -> Flux.fromIterable(session.mounting().doubtful()))
                .concatMap(mount -> listed(session, mount)
                        .doOnNext(bound -> adopt(session, mount))
                        .switchIfEmpty(
                                Mono.fromRunnable(() -> session.mounting().absent(mount))))
                .then();
    }

    private Flux<BoundContext> bound(SessionRuntime session) {
        return world.mounts().bindings(session.id().value()).flatMapIterable(all -> all);
    }

    private Mono<BoundContext> listed(SessionRuntime session, Mount mount) {
        return bound(session)
                .filter(bound -> bound.contextId().equals(mount.context().value())
                        && trimmed(bound.path()).equals(mount.path()))
                .next();
    }

    private Binding binding(BoundContext bound) {
        var name = bound.contextName();
        return new Binding(
                ContextId.of(bound.contextId()),
                name == null ? "" : name,
                trimmed(bound.path()),
                PolicyReader.read(bound.policy(), world.json()),
                ServiceTimes.instant(bound.bindTime()));
    }

    private String wire(Mount mount) {
        return PolicyJson.write(mount.policy(), world.json());
    }

    private String wire(BoundContext bound) {
        return PolicyJson.write(PolicyReader.read(bound.policy(), world.json()), world.json());
    }

    private static String trimmed(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static BindUnconfirmedException unconfirmed(
            SessionRuntime session, Mount mount, @Nullable Throwable cause) {
        var requestId = cause instanceof AgentBayException known ? known.requestId() : null;
        return new BindUnconfirmedException(
                "Nobody knows whether " + mount + " is mounted in session " + session.id()
                        + ": it is not listed; bind it again, which binds nothing twice",
                mount.context(),
                mount.path(),
                ErrorDetails.of("bind")
                        .mayHaveHappened(true)
                        .requestId(requestId)
                        .cause(cause));
    }
}
