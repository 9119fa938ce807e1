package io.agentbay.reactive.examples.quickstart;

import io.agentbay.reactive.context.AgentBayContext;

/** A run that got to its end. */
record Outcome(AgentBayContext context, boolean contextFromBefore, Saved saved, Verdict verdict) {}
