package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.internal.tool.SocketTarget;
import io.agentbay.reactive.internal.tool.ToolGateway;
import io.agentbay.reactive.internal.wire.SessionWire.SessionData;
import io.agentbay.reactive.internal.wire.ToolWire;
import io.agentbay.reactive.internal.wire.ToolWire.ToolTarget;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The tools of a session behind its gate, each call noted in the log of writes. */
final class GatedTools implements ToolGateway {

    private final ToolWire wire;
    private final ToolTarget target;
    private final @Nullable SocketTarget socket;
    private final SessionGate gate;
    private final WriteLog writes;
    private final Runnable contact;

    GatedTools(ToolWire wire, SessionData session, SessionGate gate, WriteLog writes, Runnable contact) {
        this.wire = wire;
        this.target = new ToolTarget(session.sessionId(), session.linkUrl(), session.token(), session.toolServers());
        this.socket = SocketTarget.of(session.wsUrl(), session.token(), session.toolServers());
        this.gate = gate;
        this.writes = writes;
        this.contact = contact;
    }

    @Override
    public String sessionId() {
        return target.sessionId();
    }

    @Override
    public Mono<String> call(Call call) {
        return guard(
                call.touches(),
                Mono.defer(() -> wire.call(target, call.tool(), call.arguments(), call.idempotency(), call.timeout())));
    }

    /** Noted before, because it may take effect at once, and after, because it may have taken effect only then. */
    @Override
    public <T> Mono<T> guard(Touches touches, Mono<T> work) {
        var noted = work.doOnTerminate(() -> writes.touched(touches))
                .doOnSuccess(done -> contact.run())
                .doOnError(error -> failed(touches, error))
                .doOnCancel(() -> writes.loose(touches));
        return gate.pass(Mono.using(() -> writes.began(touches), call -> noted, writes::ended));
    }

    @Override
    public @Nullable SocketTarget socket() {
        return socket;
    }

    @Override
    public Mono<Void> closing() {
        return gate.closing();
    }

    private void failed(Touches touches, Throwable error) {
        if (!(error instanceof AgentBayException known) || known.mayHaveHappened()) {
            writes.loose(touches);
        }
    }
}
