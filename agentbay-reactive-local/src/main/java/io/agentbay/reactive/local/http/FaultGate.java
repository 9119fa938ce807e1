package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceReply;
import io.agentbay.reactive.local.fault.CallEffect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Lets an armed fault happen around the work of a call. */
final class FaultGate {

    private static final String NOT_JSON = "<html><body><h1>502 Bad Gateway</h1></body></html>";

    private final Scheduler timer;
    private final RequestIds ids;

    FaultGate(Scheduler timer, RequestIds ids) {
        this.timer = timer;
        this.ids = ids;
    }

    Mono<Answer> around(CallEffect effect, Mono<Answer> work) {
        if (effect instanceof CallEffect.Delayed delayed) {
            return work.delayElement(delayed.delay(), timer);
        }
        if (effect instanceof CallEffect.Status refused) {
            return Mono.fromSupplier(() -> refusal(refused, ids.next()));
        }
        if (effect instanceof CallEffect.Dropped dropped) {
            return drop(dropped, work);
        }
        return effect instanceof CallEffect.Garbage ? work.map(FaultGate::garbled) : work;
    }

    private Mono<Answer> drop(CallEffect.Dropped dropped, Mono<Answer> work) {
        Answer.Cut cut = Answer.Cut.of(dropped);
        return dropped.works()
                ? work.map(answer -> answer.cut(cut))
                : Mono.just(new Answer(200, "", new byte[0], Map.of(), cut));
    }

    /** The answer of a service that does not do the work. */
    static Answer refusal(CallEffect.Status refused, String requestId) {
        String message = "Request was denied: " + refused.code() + ".";
        Answer answer = Answer.of(ServiceReply.error(refused.status(), refused.code(), message), requestId);
        Optional<String> wait = refused.retryAfter().map(FaultGate::wholeSeconds);
        return wait.isEmpty() ? answer : answer.with("Retry-After", wait.get());
    }

    private static String wholeSeconds(Duration wait) {
        return Long.toString(wait.plusNanos(999_999_999).toSeconds());
    }

    /** The same status with a body nobody can use. */
    static Answer garbled(Answer answer) {
        byte[] body = NOT_JSON.getBytes(StandardCharsets.US_ASCII);
        return new Answer(200, answer.outcome(), body, Map.of("Content-Type", "text/html"), Answer.Cut.NOWHERE);
    }
}
