package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.PermissionDeniedException;
import io.agentbay.reactive.internal.wire.SyncWire;
import io.agentbay.reactive.internal.wire.SyncWire.InternalContext;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The context by which one session takes files in: asked for once, shared by every transfer of the session.
 *
 * <p>An answer is kept, also that there is none; a failure is not, so that the next transfer asks again.
 */
final class TransferContext {

    private static final String TYPE = "file_transfer";
    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

    private final Mono<InternalContext> context;

    TransferContext(SyncWire wire, String sessionId, Scheduler timer) {
        this.context = Mono.defer(() -> wire.internalContexts(sessionId, List.of(TYPE)))
                .flatMapIterable(all -> all)
                .filter(one -> !one.contextId().isEmpty() && one.path().startsWith("/"))
                .next()
                .onErrorResume(AgentBayException.class, error -> isNone(error) ? Mono.empty() : Mono.error(error))
                .cache(found -> FOR_EVER, failure -> Duration.ZERO, () -> FOR_EVER, timer);
    }

    /** The context; empty when this session has none. */
    Mono<InternalContext> find() {
        return context;
    }

    private static boolean isNone(AgentBayException error) {
        return error instanceof InvalidRequestException
                || error instanceof PermissionDeniedException
                || error instanceof NotFoundException missing && missing.kind() != NotFoundException.Kind.SESSION;
    }
}
