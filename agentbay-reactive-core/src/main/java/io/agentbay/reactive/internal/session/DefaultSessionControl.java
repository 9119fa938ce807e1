package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.event.Operation.Kind;
import io.agentbay.reactive.event.Progress.Phase;
import io.agentbay.reactive.internal.event.Operations;
import io.agentbay.reactive.internal.wire.SessionWire;
import io.agentbay.reactive.internal.wire.SessionWire.SessionData;
import io.agentbay.reactive.session.SessionControl;
import io.agentbay.reactive.session.SessionInfo;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionState;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** The session itself, by the service's own actions. */
final class DefaultSessionControl implements SessionControl {

    private static final int MOST_PORT = 65_535;

    private final SessionWire wire;
    private final Operations operations;
    private final SessionRuntime session;
    private final KeepAlive keepAlive;
    private final Pausing pausing;
    private final MetricsReader metrics;

    DefaultSessionControl(SessionWorld world, SessionRuntime session, KeepAlive keepAlive) {
        this.wire = world.sessions();
        this.operations = world.operations();
        this.session = session;
        this.keepAlive = keepAlive;
        this.pausing = new Pausing(wire, world.runtime().timer(), session.id().value());
        this.metrics = new MetricsReader(session.gateway(), world.runtime().clock());
    }

    @Override
    public Mono<SessionInfo> info() {
        return Mono.defer(() -> wire.get(id()))
                .map(this::info)
                .filter(info -> info.state() != SessionState.DELETED)
                .switchIfEmpty(Mono.error(() -> SessionFactory.ended(id())));
    }

    @Override
    public Mono<Void> keepAlive() {
        return session.gate().pass(Mono.defer(() -> keepAlive.refresh(session)));
    }

    @Override
    public Mono<Map<String, String>> labels() {
        return Mono.defer(() -> wire.labels(id()));
    }

    @Override
    public Mono<Void> replaceLabels(Map<String, String> labels) {
        var wanted = new HashMap<>(labels);
        if (wanted.containsKey(SessionRequest.ID_LABEL)) {
            throw new IllegalArgumentException(
                    "The label '" + SessionRequest.ID_LABEL + "' is set by this client; leave it out");
        }
        if (wanted.keySet().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("A label's key must not be blank");
        }
        return session.gate().pass(ownLabel().defaultIfEmpty("").flatMap(own -> write(wanted, own)));
    }

    @Override
    public Mono<Void> pause() {
        var pause = pausing.pause().doFirst(() -> session.paused(true)).doFinally(this::notPaused);
        return operation(Kind.SESSION_PAUSE, session.gate().pass(pause));
    }

    @Override
    public Mono<Void> resume() {
        var resume = pausing.resume().doOnSuccess(done -> session.paused(false));
        return operation(Kind.SESSION_RESUME, session.gate().pass(resume));
    }

    private Mono<Void> operation(Kind kind, Mono<Void> work) {
        return operations.run(new Operations.Spec(kind, id(), null, null), nothing -> null, progress -> {
            progress.update(now -> now.withPhase(Phase.TRIGGERED));
            return work;
        });
    }

    /** Of a pause that nobody can vouch for, automatic syncs find out by themselves. */
    private void notPaused(SignalType end) {
        session.paused(end == SignalType.ON_COMPLETE);
    }

    @Override
    public Mono<Metrics> metrics() {
        return metrics.read();
    }

    @Override
    public Mono<Link> link(int port) {
        if (port < 1 || port > MOST_PORT) {
            throw new IllegalArgumentException("port must be from 1 to " + MOST_PORT + ", but was " + port);
        }
        return session.gate().pass(Mono.defer(() -> wire.link(id(), null, port)).map(uri -> new Link(port, uri)));
    }

    private Mono<Void> write(Map<String, String> wanted, String own) {
        var all = new HashMap<>(wanted);
        if (!own.isEmpty()) {
            all.put(SessionRequest.ID_LABEL, own);
        }
        return wire.setLabels(id(), all);
    }

    /** Of a session that another client of this library created, its label is only known to the service. */
    private Mono<String> ownLabel() {
        var known = session.origin().label();
        return known.isEmpty() ? labels().mapNotNull(labels -> labels.get(SessionRequest.ID_LABEL)) : Mono.just(known);
    }

    private SessionInfo info(SessionData data) {
        var contexts =
                data.contexts().stream().map(row -> ContextId.of(row.id())).toList();
        return new SessionInfo(session.id(), SessionStates.of(data.status()), uri(data.resourceUrl()), contexts);
    }

    private static @Nullable URI uri(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : URI.create(text);
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }

    private String id() {
        return session.id().value();
    }
}
