package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.server.HttpServerRequest;

/** Bodies of calls, whole in memory and therefore bounded. */
final class Bodies {

    private static final long DRAIN_BYTES = 8L * 1024 * 1024;
    private static final Duration DRAIN_TIME = Duration.ofSeconds(1);

    private final FrontLimits limits;
    private final Scheduler timer;
    private final BodyMemory memory;

    Bodies(FrontLimits limits, Scheduler timer) {
        this.limits = limits;
        this.timer = timer;
        this.memory = new BodyMemory(limits.bodyMemory());
    }

    /** Does something with the body of a call, which counts against the memory of all until that is done. */
    <T> Mono<T> with(HttpServerRequest request, Function<byte[], Mono<T>> work) {
        return Mono.using(
                memory::lease,
                lease -> read(request, limits.bodyBytes(), lease).flatMap(work),
                BodyMemory.Lease::close);
    }

    /** Reads a body of so few bytes that nobody counts them. */
    Mono<byte[]> small(HttpServerRequest request, int limit) {
        return Mono.using(memory::lease, lease -> read(request, limit, lease), BodyMemory.Lease::close);
    }

    private Mono<byte[]> read(HttpServerRequest request, int limit, BodyMemory.Lease lease) {
        return Mono.defer(() -> {
            if (declaredLength(request) > limit) {
                return Mono.error(tooLarge(limit));
            }
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            return request.receive()
                    .asByteArray()
                    .doOnNext(part -> append(body, part, limit, lease))
                    .then(Mono.fromSupplier(body::toByteArray))
                    .timeout(limits.bodyTime(), Mono.error(Bodies::tooSlow), timer);
        });
    }

    /**
     * Reads on for a while without looking, so that a caller who is still sending gets to see why it was refused instead
     * of a broken connection.
     */
    static Mono<Void> drain(HttpServerRequest request, Scheduler timer) {
        AtomicLong left = new AtomicLong(DRAIN_BYTES);
        return request.receive()
                .asByteArray()
                .takeWhile(part -> left.addAndGet(-part.length) > 0)
                .take(DRAIN_TIME, timer)
                .onErrorComplete()
                .then();
    }

    /** The length the caller promised; -1 when there is no such promise. */
    static long declaredLength(HttpServerRequest request) {
        String length = request.requestHeaders().get(HttpHeaderNames.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length.trim());
    }

    private static void append(ByteArrayOutputStream body, byte[] part, int limit, BodyMemory.Lease lease) {
        if (body.size() + part.length > limit) {
            throw tooLarge(limit);
        }
        lease.grow(part.length);
        body.writeBytes(part);
    }

    /** The pieces of a body without end, as long as they keep coming. */
    Flux<byte[]> stream(HttpServerRequest request) {
        return request.receive().asByteArray().timeout(limits.readTimeout(), Flux.error(Bodies::tooSlow), timer);
    }

    private static ServiceError tooSlow() {
        return new ServiceError(408, "RequestTimeout", "The body took too long to come.");
    }

    private static ServiceError tooLarge(int limit) {
        return new ServiceError(413, "RequestEntityTooLarge", "The body of a call is larger than " + limit + " bytes.");
    }
}
