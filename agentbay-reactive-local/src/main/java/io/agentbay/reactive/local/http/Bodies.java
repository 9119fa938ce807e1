package io.agentbay.reactive.local.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.server.HttpServerRequest;

/** Bodies of calls, whole in memory and therefore bounded. */
final class Bodies {

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
            CallBody body = new CallBody(limit, lease);
            return body.promised(declaredLength(request)) || !asksFirst(request)
                    ? body.gather(request.receive().asByteArray(), limits.bodyTime(), timer)
                    : Mono.fromSupplier(body::whole);
        });
    }

    /**
     * Reads on for a while without looking, so that a caller who is still sending gets to see why it was refused instead
     * of a broken connection.
     */
    static Mono<Void> drain(HttpServerRequest request, Scheduler timer) {
        AtomicLong left = new AtomicLong(CallBody.DRAIN_BYTES);
        return request.receive()
                .asByteArray()
                .takeWhile(part -> left.addAndGet(-part.length) > 0)
                .take(CallBody.DRAIN_TIME, timer)
                .onErrorComplete()
                .then();
    }

    /** Reading would ask such a caller for the body. */
    private static boolean asksFirst(HttpServerRequest request) {
        return request.requestHeaders().contains(HttpHeaderNames.EXPECT, HttpHeaderValues.CONTINUE, true);
    }

    /** The length the caller promised; -1 when there is no such promise. */
    static long declaredLength(HttpServerRequest request) {
        String length = request.requestHeaders().get(HttpHeaderNames.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length.trim());
    }

    /** The pieces of a body without end, as long as they keep coming. */
    Flux<byte[]> stream(HttpServerRequest request) {
        return request.receive().asByteArray().timeout(limits.readTimeout(), Flux.error(CallBody::tooSlow), timer);
    }
}
