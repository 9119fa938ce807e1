package io.agentbay.reactive.examples.quickstart;

import io.agentbay.reactive.context.AgentBayContext;

/**
 * A run that got to its end.
 *
 * @param meters when every byte had been read back, before the snapshot
 */
record Outcome(
        AgentBayContext context,
        boolean contextFromBefore,
        Saved saved,
        Verdict verdict,
        Meters meters,
        BroughtBack broughtBack) {

    boolean isGood() {
        return verdict.everyByteMatched() && broughtBack.verified();
    }
}
