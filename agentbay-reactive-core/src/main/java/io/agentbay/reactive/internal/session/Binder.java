package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.BindUnconfirmedException;
import io.agentbay.reactive.error.ConflictException;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.Progress.Phase;
import io.agentbay.reactive.internal.event.Operations;
import io.agentbay.reactive.internal.event.ProgressSink;
import io.agentbay.reactive.internal.wire.PolicyJson;
import io.agentbay.reactive.internal.wire.SessionWire.MountData;
import io.agentbay.reactive.sync.Binding;
import io.agentbay.reactive.sync.Mount;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Mounts contexts in running sessions: asked for once, believed when listed. */
final class Binder {

    private final SessionWorld world;
    private final KeepAlive keepAlive;
    private final RequestCheck check;
    private final Bindings bindings;
    private final Shield shield;

    Binder(SessionWorld world, KeepAlive keepAlive, RequestCheck check, Bindings bindings) {
        this.world = world;
        this.keepAlive = keepAlive;
        this.check = check;
        this.bindings = bindings;
        this.shield = new Shield(world.runtime());
    }

    /** Goes on when nobody waits any more, so that the service never has a mount that is unknown here. */
    Mono<Binding> bind(SessionRuntime session, Mount mount) {
        return Mono.deferContextual(context -> {
            var refusal = session.mounting().begin(mount, taken -> check.refusal(session, taken, mount));
            if (refusal != null) {
                return Mono.error(refusal);
            }
            var shared = session.gate()
                    .pass(keepAlive.during(session, operation(session, mount)))
                    .doFinally(end -> session.mounting().over(mount))
                    .contextWrite(own -> Shield.free(own, context))
                    .cache();
            return shield.await("Binding " + mount, shared, rest -> rest);
        });
    }

    Flux<Binding> list(SessionRuntime session) {
        return bindings.list(session);
    }

    private Mono<Binding> operation(SessionRuntime session, Mount mount) {
        var what = new Operations.Spec(
                Operation.Kind.BIND, session.id().value(), mount.context().value(), mount.path());
        return world.operations().run(what, bound -> null, progress -> steps(session, mount, progress));
    }

    private Mono<Binding> steps(SessionRuntime session, Mount mount, ProgressSink progress) {
        tell(progress, Phase.TRIGGERED);
        return ask(session, mount)
                .flatMap(error -> afterError(session, mount, error))
                .switchIfEmpty(Mono.defer(() -> {
                    tell(progress, Phase.CONFIRMING);
                    return bindings.untilListed(session, mount, null);
                }))
                .doOnError(
                        BindUnconfirmedException.class,
                        error -> session.mounting().unknown(mount))
                .doOnNext(bound -> bindings.adopt(session, mount))
                .doOnNext(bound -> tell(progress, Phase.TRANSFERRING))
                .delayUntil(bound -> ready(session, mount));
    }

    private static void tell(ProgressSink progress, Phase phase) {
        progress.update(now -> now.withPhase(phase));
    }

    /** Empty when the service took it, else what it said. */
    private Mono<AgentBayException> ask(SessionRuntime session, Mount mount) {
        var data = new MountData(mount.context().value(), mount.path(), PolicyJson.write(mount.policy(), world.json()));
        return world.mounts()
                .bind(session.id().value(), List.of(data))
                .then(Mono.<AgentBayException>empty())
                .onErrorResume(AgentBayException.class, Mono::just);
    }

    private Mono<Binding> afterError(SessionRuntime session, Mount mount, AgentBayException error) {
        if (error instanceof ConflictException) {
            return bindings.same(session, mount).switchIfEmpty(Mono.error(error));
        }
        return error.mayHaveHappened() ? bindings.untilListed(session, mount, error) : Mono.error(error);
    }

    private static Mono<Void> ready(SessionRuntime session, Mount mount) {
        return mount.policy().downloadsAutomatically() && !mount.isReadyLater()
                ? session.sync().fill(mount)
                : Mono.empty();
    }
}
