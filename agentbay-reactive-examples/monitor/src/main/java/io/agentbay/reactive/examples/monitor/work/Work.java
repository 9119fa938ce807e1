package io.agentbay.reactive.examples.monitor.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work and what became of it.
 *
 * @param id by which it is stopped
 * @param state {@code running}, {@code done}, {@code failed} or {@code stopped}
 * @param reason why it failed
 */
record Work(
        long id,
        WorkRequest request,
        Instant startedAt,
        String state,
        @Nullable String reason) {

    Work ended(String outcome, @Nullable String why) {
        return new Work(id, request, startedAt, outcome, why);
    }

    boolean isRunning() {
        return state.equals("running");
    }
}
