package io.agentbay.reactive.internal.transport;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.TransportException;
import reactor.core.publisher.Mono;

/**
 * Sends requests; knows nothing of actions, retries or the service's errors.
 *
 * <p>Every failure is a {@code TransportException} that says in which phase it happened and whether the request may
 * have reached the service. Any HTTP status is an answer, not a failure. Cancelling releases everything at once.
 */
public interface Transport {

    /** One small call: the whole answer, its body bounded by {@link HttpCall#maxAnswerBytes()}. */
    Mono<HttpAnswer> exchange(HttpCall call);

    /** One streamed PUT with a fixed length and no header beside those given. */
    Mono<HttpAnswer> put(Upload upload);

    /** One GET whose body is read on demand; the answer must be consumed or released. */
    Mono<Download> get(DownloadCall call);

    /** Opens one WebSocket; it must be closed. A transport without them says so. */
    default Mono<Socket> open(SocketCall call) {
        return Mono.error(() -> new TransportException(
                "This transport opens no WebSockets",
                TransportException.Phase.CONNECT,
                ErrorDetails.of("WebSocket").attempts(0)));
    }

    /** Closes connections and frees what this transport made; completes when done. */
    Mono<Void> close();
}
