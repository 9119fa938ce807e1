package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.fault.CallEffect;
import io.agentbay.reactive.local.fault.CallFault.When;
import io.agentbay.reactive.local.fault.CallHit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** What an armed fault does to one signed PUT or GET. */
record StoreFault(@Nullable CallEffect effect) {

    static final StoreFault NONE = new StoreFault(null);

    static StoreFault of(@Nullable CallHit hit) {
        return hit == null ? NONE : new StoreFault(hit.effect());
    }

    /** The pause before anything happens. */
    Duration delay() {
        return effect instanceof CallEffect.Delayed delayed ? delayed.delay() : Duration.ZERO;
    }

    /** Whether the connection is closed at this moment. */
    boolean dropsAt(When when) {
        return effect instanceof CallEffect.Dropped dropped && dropped.when() == when;
    }

    /** Closes the connection, the way the fault wants it. */
    Mono<Void> hangUp(HttpServerResponse response) {
        return Replies.hangUp(response, effect instanceof CallEffect.Dropped dropped && dropped.reset());
    }

    /** Whether bytes are to be wrong. */
    boolean garbles() {
        return effect instanceof CallEffect.Garbage;
    }

    /** Whether a put is to be acknowledged and forgotten. */
    boolean losesData() {
        return effect instanceof CallEffect.LostData;
    }

    /** How the store refuses; null when it does not. */
    @Nullable
    Answer refusal(String requestId) {
        if (effect instanceof CallEffect.Status refused) {
            return FaultGate.refusal(refused, requestId);
        }
        return effect instanceof CallEffect.ExpiredUrl
                ? Answer.of(new ServiceError(403, "AccessDenied", "Request has expired."), requestId)
                : null;
    }
}
