package io.agentbay.reactive.local.simulation.world;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Every decision of a run: a function of the seed and of the decision's name alone, so that leaving one thing out
 * leaves the others as they are. What need not happen has a name by which it can be left out.
 */
public final class Chances {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long seed;
    private final Predicate<String> wanted;
    private final Set<String> happened = new LinkedHashSet<>();
    private boolean healed;

    /** @param wanted asked with the name of everything that need not happen */
    public Chances(long seed, Predicate<String> wanted) {
        this.seed = seed;
        this.wanted = wanted;
    }

    public long seed() {
        return seed;
    }

    /** Randomness for this name and nothing else. */
    public SplittableRandom draw(String name) {
        long hash = FNV_OFFSET ^ seed * 0x9E3779B97F4A7C15L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b) * FNV_PRIME;
        }
        return new SplittableRandom(hash);
    }

    /** Whether this happens, being wanted and likely enough. */
    public boolean happens(String name, double probability) {
        return !healed && probability > 0 && draw(name + "?").nextDouble() < probability && takes(name);
    }

    /** Whether something is wanted that would always happen; it is noted. */
    public boolean takes(String name) {
        if (!wanted.test(name)) {
            return false;
        }
        happened.add(name);
        return true;
    }

    /** From now on nothing goes wrong any more. */
    public void heal() {
        healed = true;
    }

    public boolean healed() {
        return healed;
    }

    /** The names of what happened and need not have. */
    public List<String> happened() {
        return List.copyOf(happened);
    }

    public <T> T pick(String name, List<T> choices) {
        return choices.get(draw(name).nextInt(choices.size()));
    }
}
