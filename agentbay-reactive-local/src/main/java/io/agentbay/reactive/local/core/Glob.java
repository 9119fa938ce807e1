package io.agentbay.reactive.local.core;

import java.util.BitSet;
import java.util.List;

/**
 * A compiled file name pattern, matched in time linear in pattern times path whatever they are: a pattern of a caller
 * must not be able to keep a thread.
 */
final class Glob {

    private final List<Step> steps;

    Glob(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    boolean matches(String text) {
        BitSet reached = new BitSet(steps.size() + 1);
        reach(0, reached);
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length && !reached.isEmpty(); i++) {
            reached = after(characters[i], reached);
        }
        return reached.get(steps.size());
    }

    private BitSet after(int character, BitSet reached) {
        BitSet next = new BitSet(steps.size() + 1);
        for (int at = reached.nextSetBit(0); at >= 0 && at < steps.size(); at = reached.nextSetBit(at + 1)) {
            Step step = steps.get(at);
            if (step.characters().has(character)) {
                reach(step.repeats() ? at : at + 1, next);
            }
        }
        return next;
    }

    /** Marks a step and all that may follow it without a character between. */
    private void reach(int start, BitSet reached) {
        int at = start;
        while (at < steps.size() && !reached.get(at)) {
            reached.set(at);
            Step step = steps.get(at);
            if (step.skips() > 0) {
                reach(at + step.skips() + 1, reached);
            } else if (!step.repeats()) {
                return;
            }
            at++;
        }
        reached.set(at);
    }

    /**
     * One step of a pattern.
     *
     * @param characters what it takes
     * @param repeats whether it takes any number of characters instead of one
     * @param skips how many of the following steps may be left out together; such a step takes nothing itself
     */
    record Step(Characters characters, boolean repeats, int skips) {

        static Step one(Characters characters) {
            return new Step(characters, false, 0);
        }

        static Step many(Characters characters) {
            return new Step(characters, true, 0);
        }

        static Step maybe(int following) {
            return new Step(character -> false, false, following);
        }
    }

    /** A set of characters. */
    interface Characters {
        boolean has(int codePoint);
    }
}
