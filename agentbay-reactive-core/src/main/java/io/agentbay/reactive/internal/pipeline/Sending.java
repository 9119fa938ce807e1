package io.agentbay.reactive.internal.pipeline;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.internal.transport.Transport;
import io.agentbay.reactive.pipeline.ApiCall;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The innermost stages: the exchange itself, and errors that know which call they belong to. */
final class Sending {

    private Sending() {}

    static <T> Mono<T> of(Transport transport, ApiCall<T> call) {
        return answer(transport, call).onErrorMap(error -> mapped(error, call));
    }

    static @Nullable Duration limit(ApiCall<?> call, Duration usual) {
        if (call instanceof TransferCall<?> transfer) {
            return transfer.limit();
        }
        return call instanceof ServiceCall<?> service && service.attemptTimeout() != null
                ? service.attemptTimeout()
                : usual;
    }

    private static <T> Mono<T> answer(Transport transport, ApiCall<T> call) {
        if (call instanceof TransferCall<T> transfer) {
            return transfer.work();
        }
        if (call instanceof ServiceCall<T> service) {
            return Mono.defer(() -> transport.exchange(service.request().get()))
                    .mapNotNull(answer -> service.reader().apply(answer, service.attempt()));
        }
        throw new IllegalArgumentException("a filter has to proceed with the call it was given");
    }

    private static AgentBayException mapped(Throwable error, ApiCall<?> call) {
        var known = error instanceof AgentBayException mine
                ? mine
                : new UnexpectedResponseException(
                        "The answer could not be read: " + error,
                        "",
                        ErrorDetails.of(call.action()).mayHaveHappened(true).cause(error));
        var details = known.details();
        var named = new ErrorDetails(
                known instanceof TransportException ? call.action() : details.operation(),
                Math.max(1, call.attempt()),
                details.requestId(),
                details.code(),
                details.mayHaveHappened() && call.idempotency() != Idempotency.READ,
                details.cause());
        return known.withDetails(named);
    }
}
