package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.error.AgentBayException;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Several failures at once. */
final class Failures {

    private static final int AT_ONCE = 16;

    private Failures() {}

    /** Runs all of them, whatever becomes of the others; the first failure is the error, the others suppressed. */
    static Mono<Void> all(List<Mono<Void>> work) {
        return Flux.fromIterable(work)
                .flatMap(Failures::ofOne, AT_ONCE)
                .collectList()
                .flatMap(errors -> errors.isEmpty() ? Mono.empty() : Mono.error(first(errors)));
    }

    static Mono<Throwable> ofOne(Mono<?> work) {
        return work.then(Mono.<Throwable>empty()).onErrorResume(Mono::just);
    }

    static Throwable first(List<Throwable> errors) {
        var first = errors.get(0);
        errors.stream().skip(1).forEach(other -> suppress(first, other));
        return first;
    }

    static void suppress(Throwable primary, Throwable other) {
        if (primary != other) {
            primary.addSuppressed(other);
        }
    }

    static Failure toFailure(Throwable error) {
        return error instanceof AgentBayException known
                ? known.toFailure()
                : new Failure(error.getClass().getSimpleName(), String.valueOf(error.getMessage()), null, null, true);
    }

    static boolean mayHaveHappened(Throwable error) {
        return !(error instanceof AgentBayException known) || known.mayHaveHappened();
    }
}
