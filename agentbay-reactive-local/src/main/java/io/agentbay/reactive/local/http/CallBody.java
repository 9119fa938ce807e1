package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * One body as it is gathered. Once it is refused, what still comes is read for a while and dropped, so that a caller who
 * is still sending gets to see why instead of a broken connection.
 */
final class CallBody {

    static final long DRAIN_BYTES = 8L * 1024 * 1024;
    static final Duration DRAIN_TIME = Duration.ofSeconds(1);

    private final int limit;
    private final BodyMemory.Lease lease;
    private final Sinks.Empty<Void> refused = Sinks.empty();
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long dropped;
    private volatile @Nullable ServiceError refusal;

    CallBody(int limit, BodyMemory.Lease lease) {
        this.limit = limit;
        this.lease = lease;
    }

    /** The whole body; an error says why there is none. */
    Mono<byte[]> gather(Flux<byte[]> parts, Duration time, Scheduler timer) {
        return parts.takeWhile(this::add)
                .takeUntilOther(refused.asMono().then(Mono.delay(DRAIN_TIME, timer)))
                .then(Mono.fromSupplier(this::whole))
                .timeout(time, Mono.error(this::late), timer);
    }

    /** Hears how long the body will be, -1 when nobody says; false when that is too much. */
    boolean promised(long length) {
        if (length > limit) {
            refuse(tooLarge());
        }
        return refusal == null;
    }

    /** Takes one more part; says whether another is wanted. */
    private boolean add(byte[] part) {
        if (refusal == null) {
            keep(part);
        } else {
            dropped += part.length;
        }
        return dropped < DRAIN_BYTES;
    }

    private void keep(byte[] part) {
        try {
            if (bytes.size() + part.length > limit) {
                throw tooLarge();
            }
            lease.grow(part.length);
            bytes.writeBytes(part);
        } catch (ServiceError tooMuch) {
            refuse(tooMuch);
        }
    }

    private void refuse(ServiceError why) {
        refusal = why;
        bytes = new ByteArrayOutputStream();
        lease.close();
        refused.tryEmitEmpty();
    }

    byte[] whole() {
        ServiceError why = refusal;
        if (why != null) {
            throw why;
        }
        return bytes.toByteArray();
    }

    private ServiceError late() {
        ServiceError why = refusal;
        return why != null ? why : tooSlow();
    }

    static ServiceError tooSlow() {
        return new ServiceError(408, "RequestTimeout", "The body took too long to come.");
    }

    private ServiceError tooLarge() {
        return new ServiceError(413, "RequestEntityTooLarge", "The body of a call is larger than " + limit + " bytes.");
    }
}
