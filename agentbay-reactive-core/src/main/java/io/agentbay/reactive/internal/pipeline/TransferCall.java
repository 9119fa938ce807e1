package io.agentbay.reactive.internal.pipeline;

import io.agentbay.reactive.pipeline.ApiCall;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A PUT or GET of content, or the opening of a WebSocket, on its way through the stages; sent once.
 *
 * @param action {@code PUT}, {@code GET} or {@code WebSocket}
 * @param limit of the attempt; null where the transport watches over progress instead
 * @param work the exchange itself
 */
record TransferCall<T>(
        String action,
        Idempotency idempotency,
        int attempt,
        @Nullable Duration limit,
        Mono<T> work) implements ApiCall<T> {}
