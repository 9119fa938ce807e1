package io.agentbay.reactive.internal.context;

import io.agentbay.reactive.config.CallOptions;
import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Holds a caller of shared work to its own deadline, while the work itself has none of any caller's. */
final class CallerDeadline {
    private final ClientRuntime runtime;

    CallerDeadline(ClientRuntime runtime) {
        this.runtime = runtime;
    }

    <T> Mono<T> of(String operation, Mono<T> shared) {
        return Mono.deferContextual(context -> {
            var options = CallOptions.in(context);
            return options == null
                    ? shared
                    : shared.timeout(
                            positive(options.remaining(runtime.nanos())),
                            Mono.error(() -> tooLate(operation, options.limit())),
                            runtime.timer());
        });
    }

    private static Duration positive(Duration left) {
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static DeadlineExceededException tooLate(String operation, Duration limit) {
        return new DeadlineExceededException(
                "No answer within the deadline of " + limit,
                limit,
                ErrorDetails.of(operation).mayHaveHappened(true));
    }
}
