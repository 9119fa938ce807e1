package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceReply;
import io.agentbay.reactive.local.fault.CallEffect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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
            return Mono.fromSupplier(() -> refusal(refused));
        }
        if (effect instanceof CallEffect.Dropped dropped) {
            return drop(dropped, work);
        }
        return work.map(FaultGate::garbled);
    }

    private Mono<Answer> drop(CallEffect.Dropped dropped, Mono<Answer> work) {
        return switch (dropped.when()) {
            case BEFORE_WORK -> Mono.just(new Answer(200, new byte[0], Map.of(), Answer.Cut.BEFORE_HEADERS));
            case AFTER_WORK -> work.map(answer -> answer.cut(Answer.Cut.BEFORE_HEADERS));
            case MID_BODY -> work.map(answer -> answer.cut(Answer.Cut.MID_BODY));
        };
    }

    private Answer refusal(CallEffect.Status refused) {
        String message = "Request was denied: " + refused.code() + ".";
        Answer answer = Answer.of(ServiceReply.error(refused.status(), refused.code(), message), ids.next());
        Map<String, String> headers = new HashMap<>(answer.headers());
        refused.retryAfter().ifPresent(wait -> headers.put("Retry-After", Long.toString(wholeSeconds(wait))));
        return new Answer(answer.status(), answer.body(), headers, Answer.Cut.NOWHERE);
    }

    private static long wholeSeconds(Duration wait) {
        return wait.plusNanos(999_999_999).toSeconds();
    }

    private static Answer garbled(Answer answer) {
        byte[] body = NOT_JSON.getBytes(StandardCharsets.US_ASCII);
        return new Answer(200, body, Map.of("Content-Type", "text/html"), Answer.Cut.NOWHERE);
    }
}
