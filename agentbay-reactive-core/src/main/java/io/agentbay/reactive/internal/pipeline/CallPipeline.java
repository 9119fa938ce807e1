package io.agentbay.reactive.internal.pipeline;

import io.agentbay.reactive.internal.transport.Download;
import io.agentbay.reactive.internal.transport.DownloadCall;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import io.agentbay.reactive.internal.transport.Socket;
import io.agentbay.reactive.internal.transport.SocketCall;
import io.agentbay.reactive.internal.transport.Upload;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Every remote call passes here; above it only {@code AgentBayException} exists. */
public interface CallPipeline {

    /** One call of the service. */
    <T> Mono<T> call(ServiceCall<T> call);

    /**
     * One signed PUT: observed, admitted and timed, never repeated here, because a fresh URL is the caller's to get.
     * Any status is an answer.
     */
    Mono<HttpAnswer> put(Supplier<Upload> upload);

    /** Opens one signed GET: observed, admitted and timed until the headers are there; the body is the caller's. */
    Mono<Download> get(Supplier<DownloadCall> call);

    /** Opens one WebSocket: observed, admitted and timed until it is open; what passes through it is the caller's. */
    Mono<Socket> open(Supplier<SocketCall> call);
}
