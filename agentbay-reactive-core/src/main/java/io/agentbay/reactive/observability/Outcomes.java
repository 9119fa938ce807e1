package io.agentbay.reactive.observability;

import io.agentbay.reactive.error.AgentBayException;

/** How something ended, in a word of which there are few. */
final class Outcomes {

    static final String SUCCESS = "success";
    static final String CANCELLED = "cancelled";
    static final String OTHER = "other";

    private Outcomes() {}

    static String of(Throwable error) {
        return error instanceof AgentBayException ? error.getClass().getSimpleName() : OTHER;
    }
}
