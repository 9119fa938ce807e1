package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.PermissionDeniedException;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.internal.pipeline.CallPipeline;
import io.agentbay.reactive.internal.transport.Download;
import io.agentbay.reactive.internal.transport.DownloadCall;
import io.agentbay.reactive.internal.wire.ContextWire;
import java.nio.ByteBuffer;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Signed GETs, each with a URL asked for just before.
 *
 * <p>A broken body goes on where it stopped only while the store says that it is the same object: same ETag, same
 * total length, asked for with {@code If-Range}.
 */
final class SignedDownloads {

    private static final Map<String, String> FIRST_BYTE = Map.of("Range", "bytes=0-0");

    private final ContextWire wire;
    private final CallPipeline pipeline;
    private final Scheduler timer;

    SignedDownloads(ContextWire wire, CallPipeline pipeline, Scheduler timer) {
        this.wire = wire;
        this.pipeline = pipeline;
        this.timer = timer;
    }

    static boolean isRefused(AgentBayException failure) {
        return failure instanceof PermissionDeniedException denied && denied.httpStatus() == SignedErrors.FORBIDDEN;
    }

    /** The object's bytes on demand; {@code NotFoundException} when there is none. */
    Flux<ByteBuffer> bytes(String contextId, String path) {
        return Flux.defer(() -> from(contextId, path, new ObjectProgress()));
    }

    /** What the store says of an object now, learned by asking for its first byte: addresses are good for GETs only. */
    Mono<ObjectHead> look(String contextId, String path) {
        return open(contextId, path, FIRST_BYTE).flatMap(download -> {
            var head = ObjectHead.of(download);
            var answer = head == null ? Mono.<ObjectHead>error(() -> unsized(path)) : Mono.just(head);
            return done(download).then(answer);
        });
    }

    /** The connection is good for the next exchange once a short body was read. */
    private static Mono<Void> done(Download download) {
        var length = download.length();
        return length != null && length <= Limits.RANGE_BYTES ? download.body().then() : download.release();
    }

    private Flux<ByteBuffer> from(String contextId, String path, ObjectProgress progress) {
        return open(contextId, path, progress.headers())
                .flatMapMany(download -> accept(path, download, progress))
                .onErrorResume(error -> goOn(contextId, path, progress, error));
    }

    private Mono<Download> open(String contextId, String path, Map<String, String> headers) {
        return open(contextId, path, headers, 1, false);
    }

    private Mono<Download> open(
            String contextId, String path, Map<String, String> headers, int number, boolean refreshed) {
        return wire.downloadUrl(contextId, path)
                .flatMap(url -> pipeline.get(() -> new DownloadCall(url.uri(), headers))
                        .flatMap(download -> checked(path, headers, download))
                        .onErrorResume(AgentBayException.class, failure -> {
                            if (isRefused(failure) && !refreshed) {
                                return open(contextId, path, headers, number + 1, true);
                            }
                            return failure.retryable() && number < Limits.SIGNED_ATTEMPTS
                                    ? Mono.delay(Limits.SIGNED_PAUSE.multipliedBy(1L << number), timer)
                                            .then(open(contextId, path, headers, number + 1, refreshed))
                                    : Mono.error(failure);
                        }));
    }

    private static Mono<Download> checked(String path, Map<String, String> headers, Download download) {
        var status = download.status();
        if (status == 200 && SignedErrors.isStrange(download.headers())) {
            return download.release().then(Mono.error(() -> SignedErrors.strange("GET", path, "")));
        }
        return status == 200 || status == 206 || status == ObjectHead.EMPTY_RANGE && headers.equals(FIRST_BYTE)
                ? Mono.just(download)
                : download.release().then(Mono.error(() -> SignedErrors.of("GET", path, download.status())));
    }

    private static Flux<ByteBuffer> accept(String path, Download download, ObjectProgress progress) {
        if (!progress.continues(download)) {
            return download.release().thenMany(Flux.error(() -> replaced(path)));
        }
        return download.body().doOnNext(progress::received).concatWith(Mono.defer(() -> end(path, progress)));
    }

    private static Mono<ByteBuffer> end(String path, ObjectProgress progress) {
        if (!progress.isComplete()) {
            return Mono.error(cutShort(path));
        }
        return progress.isIntact() ? Mono.empty() : Mono.error(SignedErrors.corrupt("GET", path));
    }

    /** Opening has attempts of its own; only a body that broke on the way is resumed here. */
    private Flux<ByteBuffer> goOn(String contextId, String path, ObjectProgress progress, Throwable error) {
        var broken = error instanceof TransportException transport
                && transport.phase() == TransportException.Phase.BODY
                && progress.mayResume();
        return broken
                ? Mono.delay(Limits.SIGNED_PAUSE.multipliedBy(1L << progress.resumed()), timer)
                        .thenMany(from(contextId, path, progress))
                : Flux.error(error);
    }

    private static UnexpectedResponseException unsized(String path) {
        return new UnexpectedResponseException(
                "the store does not say how large " + path + " is", "", ErrorDetails.of("GET"));
    }

    private static TransportException cutShort(String path) {
        return new TransportException(
                "the body of " + path + " ended early", TransportException.Phase.BODY, ErrorDetails.of("GET"));
    }

    private static UnexpectedResponseException replaced(String path) {
        return new UnexpectedResponseException(
                path + " was replaced while it was read; read it again", "", ErrorDetails.of("GET"));
    }
}
