package io.agentbay.reactive.internal.pipeline;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.internal.pipeline.ServiceCall.Group;
import io.agentbay.reactive.pipeline.ApiCall;
import io.agentbay.reactive.pipeline.CallFilter;
import io.agentbay.reactive.resilience.Retries;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** One call from its deadline inward: its attempts one after the other, and what is known of them. */
final class CallRun {

    private final PipelineParts parts;
    private final Deadline deadline;
    private final List<CallFilter> perAttempt;
    private final Gate gate;
    private final AttemptLog log = new AttemptLog();

    CallRun(PipelineParts parts, Deadline deadline, List<CallFilter> perAttempt, Gate gate) {
        this.parts = parts;
        this.deadline = deadline;
        this.perAttempt = perAttempt;
        this.gate = gate;
    }

    static boolean isPoll(ApiCall<?> call) {
        return call instanceof ServiceCall<?> service && service.group() == Group.POLL;
    }

    <T> Mono<T> run(ApiCall<T> call) {
        var work = call instanceof ServiceCall<T> service ? retried(service) : attempt(call);
        return limited(work.onErrorMap(AgentBayException.class, log::sum), deadline.remaining(), call);
    }

    private <T> Mono<T> limited(Mono<T> work, Duration limit, ApiCall<?> call) {
        var late = Mono.<T>error(() -> log.sum(late(call, deadline.binding(), log.mayHaveHappened())));
        return limit.isNegative() || limit.isZero()
                ? late
                : work.timeout(limit, late, parts.runtime().timer());
    }

    private static DeadlineExceededException late(ApiCall<?> call, Duration limit, boolean mayHaveHappened) {
        return new DeadlineExceededException(
                call.action() + " did not end within " + limit,
                limit,
                ErrorDetails.of(call.action()).attempts(call.attempt()).mayHaveHappened(mayHaveHappened));
    }

    private <T> Mono<T> retried(ServiceCall<T> call) {
        var attempts = parts.retries().begin(group(call));
        return retried(call.withAttempt(1), attempts).doOnSuccess(value -> attempts.succeeded());
    }

    /** A poll has one attempt: whoever polls asks again anyway, in its own time. */
    private <T> Mono<T> retried(ServiceCall<T> call, Retries.Attempts attempts) {
        return attempt(call).onErrorResume(AgentBayException.class, error -> {
            log.failed(error);
            var pause = isPoll(call) ? null : attempts.pauseAfter(error, call);
            if (pause == null || pause.compareTo(deadline.remaining()) >= 0) {
                return Mono.error(error);
            }
            return Mono.delay(pause, parts.runtime().timer())
                    .then(Mono.defer(() -> retried(call.withAttempt(call.attempt() + 1), attempts)));
        });
    }

    private <T> Mono<T> attempt(ApiCall<T> call) {
        Mono<T> filtered = FilterChain.around(perAttempt, call, this::exchange);
        return gate.around(
                call,
                call instanceof ServiceCall<T> service
                        ? parts.breakers().around(group(service), call, filtered)
                        : filtered);
    }

    private <T> Mono<T> exchange(ApiCall<T> call) {
        return Mono.defer(() -> {
            log.sending(call);
            parts.meters().calls().attempt(call);
            if (isPoll(call)) {
                parts.meters().calls().poll();
            }
            return timed(call).doOnTerminate(log::ended);
        });
    }

    private <T> Mono<T> timed(ApiCall<T> call) {
        var answer = Sending.of(parts.transport(), call);
        var limit = Sending.limit(call, parts.options().timeouts().attempt());
        if (limit == null) {
            return answer;
        }
        var left = deadline.attempt(limit);
        return answer.timeout(
                left,
                Mono.error(() -> late(call, left, call.idempotency() != ApiCall.Idempotency.READ)),
                parts.runtime().timer());
    }

    private static String group(ServiceCall<?> call) {
        return call.group().label();
    }

    /** Rate limit and admission. */
    interface Gate {
        <T> Mono<T> around(ApiCall<T> call, Mono<T> attempt);
    }
}
