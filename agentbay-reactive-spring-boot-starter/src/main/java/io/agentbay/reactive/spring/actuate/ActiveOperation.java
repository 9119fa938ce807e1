package io.agentbay.reactive.spring.actuate;

import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.event.Progress;
import java.time.Instant;

/**
 * An operation under way.
 *
 * @param operation which one
 * @param since when it began
 * @param progress how far it was when it last told
 */
public record ActiveOperation(Operation operation, Instant since, Progress progress) {

    static ActiveOperation begun(OperationEvent event) {
        return new ActiveOperation(event.operation(), event.at(), event.progress());
    }

    ActiveOperation after(OperationEvent event) {
        return new ActiveOperation(operation, since, event.progress());
    }
}
