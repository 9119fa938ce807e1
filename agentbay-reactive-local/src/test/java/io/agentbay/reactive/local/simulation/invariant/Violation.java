package io.agentbay.reactive.local.simulation.invariant;

/** An invariant that did not hold, and how. */
public record Violation(String invariant, String words) {
    @Override
    public String toString() {
        return invariant + ": " + words;
    }
}
