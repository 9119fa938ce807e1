package io.agentbay.reactive.local.simulation.workload;

import io.agentbay.reactive.local.simulation.history.Op;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Something a client can do. */
public record Deed(String what, Work work) {

    /** Makes the work, and says on the operation what its success claims; null when it makes no sense now. */
    public interface Work {
        @Nullable
        Mono<?> begin(Actor actor, Op op);
    }

    @Nullable
    Mono<?> work(Actor actor, Op op) {
        return work.begin(actor, op);
    }
}
