package io.agentbay.reactive.local.fault;

/**
 * A fault that strikes a call.
 *
 * @param effect what happens, with everything decided that was left to chance
 * @param fault the fault's id and what it is, for the journal
 */
public record CallHit(CallEffect effect, String fault) {}
