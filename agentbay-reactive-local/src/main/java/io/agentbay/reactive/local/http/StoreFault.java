package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.fault.CallEffect;
import io.agentbay.reactive.local.fault.CallFault.When;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What an armed fault does to one signed PUT or GET. */
record StoreFault(@Nullable CallEffect effect) {

    /** The pause before anything happens. */
    Duration delay() {
        return effect instanceof CallEffect.Delayed delayed ? delayed.delay() : Duration.ZERO;
    }

    /** Whether the connection is closed at this moment. */
    boolean dropsAt(When when) {
        return effect instanceof CallEffect.Dropped dropped && dropped.when() == when;
    }

    /** Goes on unless the store refuses. */
    Mono<Void> orRefuse(Mono<Void> work) {
        return effect instanceof CallEffect.Status refused
                ? Mono.error(new ServiceError(
                        refused.status(), refused.code(), "Request was denied: " + refused.code() + "."))
                : work;
    }
}
