package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.internal.pipeline.CallPipeline;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import io.agentbay.reactive.internal.transport.Upload;
import io.agentbay.reactive.internal.wire.ContextWire;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
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
            var sum = new Crc64();
            var stream = bytes.stream().doOnNext(sum::add).doOnError(broken::set);
            return wire.uploadUrl(contextId, path)
                    .flatMap(url -> pipeline.put(() -> new Upload(url.uri(), bytes.length(), stream))
                            .flatMap(answer -> answered(path, answer, sum))
                            .onErrorMap(error -> cause(error, broken.get()))
                            .onErrorResume(error -> again(contextId, path, bytes, number, refreshed, error)));
        });
    }

    private static Mono<Void> answered(String path, HttpAnswer answer, Crc64 sent) {
        if (!SignedErrors.isStored(answer.status())) {
            return Mono.error(SignedErrors.of("PUT", path, answer.status(), StoreRefusal.in(answer.text())));
        }
        if (SignedErrors.isStrange(answer.headers())) {
            return Mono.error(SignedErrors.strange("PUT", path, answer.text()));
        }
        var stored = answer.header(Crc64.HEADER);
        return stored == null || stored.equals(sent.value())
                ? Mono.empty()
                : Mono.error(SignedErrors.corrupt("PUT", path));
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
        return failure.retryable() || failure instanceof VerificationFailedException
                ? Mono.delay(Limits.SIGNED_PAUSE.multipliedBy(1L << number), timer)
                        .then(attempt(contextId, path, bytes, number + 1, refreshed))
                : Mono.error(error);
    }
}
