package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.internal.pipeline.CallPipeline;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import io.agentbay.reactive.internal.transport.Upload;
import io.agentbay.reactive.internal.wire.ContextWire;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Signed PUTs, each with a URL asked for just before.
 *
 * <p>A put replaces a whole object at once, so repeating one is harmless; what cannot be repeated is content that can
 * be read only once.
 */
final class SignedUploads {

    private final ContextWire wire;
    private final CallPipeline pipeline;
    private final Scheduler timer;

    SignedUploads(ContextWire wire, CallPipeline pipeline, Scheduler timer) {
        this.wire = wire;
        this.pipeline = pipeline;
        this.timer = timer;
    }

    Mono<Void> put(String contextId, String path, Bytes bytes) {
        return attempt(contextId, path, bytes, 1, false);
    }

    private Mono<Void> attempt(String contextId, String path, Bytes bytes, int number, boolean refreshed) {
        return Mono.defer(() -> {
            var broken = new AtomicReference<@Nullable Throwable>();
            var stream = bytes.stream().doOnError(broken::set);
            return wire.uploadUrl(contextId, path)
                    .flatMap(url -> send(path, url.uri(), bytes.length(), stream)
                            .onErrorMap(error -> cause(error, broken.get()))
                            .onErrorResume(error -> again(contextId, path, bytes, number, refreshed, error)));
        });
    }

    private Mono<Void> send(String path, URI uri, long length, Flux<ByteBuffer> stream) {
        return pipeline.put(() -> new Upload(uri, length, stream)).flatMap(answer -> answered(path, answer));
    }

    private static Mono<Void> answered(String path, HttpAnswer answer) {
        return SignedErrors.isStored(answer.status())
                ? Mono.empty()
                : Mono.error(SignedErrors.of("PUT", path, answer.status(), StoreRefusal.in(answer.text())));
    }

    /** Content that failed is the reason, not the connection that was given up for it. */
    private static Throwable cause(Throwable error, @Nullable Throwable broken) {
        return broken == null ? error : broken;
    }

    private Mono<Void> again(
            String contextId, String path, Bytes bytes, int number, boolean refreshed, Throwable error) {
        if (!bytes.repeatable() || number >= Limits.SIGNED_ATTEMPTS || !(error instanceof AgentBayException failure)) {
            return Mono.error(error);
        }
        if (SignedDownloads.isRefused(failure) && !refreshed) {
            return attempt(contextId, path, bytes, number + 1, true);
        }
        return failure.retryable()
                ? Mono.delay(Limits.SIGNED_PAUSE.multipliedBy(1L << number), timer)
                        .then(attempt(contextId, path, bytes, number + 1, refreshed))
                : Mono.error(error);
    }
}
