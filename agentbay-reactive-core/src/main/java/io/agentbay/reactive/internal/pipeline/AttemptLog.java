package io.agentbay.reactive.internal.pipeline;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.pipeline.ApiCall;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;

/** What is known of a call's attempts so far; one of them may have happened although the last surely did not. */
final class AttemptLog {

    private volatile int attempts;
    private volatile boolean underWay;
    private volatile boolean earlier;

    void sending(ApiCall<?> call) {
        attempts = Math.max(1, call.attempt());
        underWay = call.idempotency() != Idempotency.READ;
    }

    void ended() {
        underWay = false;
    }

    void failed(AgentBayException error) {
        earlier |= error.mayHaveHappened();
    }

    boolean mayHaveHappened() {
        return earlier || underWay;
    }

    AgentBayException sum(AgentBayException error) {
        var details = error.details();
        return error.withDetails(
                details.attempts(attempts).mayHaveHappened(details.mayHaveHappened() || mayHaveHappened()));
    }
}
