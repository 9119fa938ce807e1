package io.agentbay.reactive.local.simulation;

import io.agentbay.reactive.local.simulation.invariant.Violation;
import java.util.List;
import java.util.Map;

/**
 * What came of one run.
 *
 * @param schedule what was run
 * @param violations what did not hold; empty when all did
 * @param history all that happened, as text
 * @param hash of the history
 * @param happened the names of all that happened and need not have
 * @param counts operations, faults and model values met
 * @param failed the operations that failed, and with what error
 */
public record Outcome(
        Schedule schedule,
        List<Violation> violations,
        String history,
        String hash,
        List<String> happened,
        Map<String, Integer> counts,
        String failed) {}
