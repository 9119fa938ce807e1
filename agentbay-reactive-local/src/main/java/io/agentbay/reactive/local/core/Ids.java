package io.agentbay.reactive.local.core;

import java.util.random.RandomGenerator;

/** Unguessable names from the injected randomness. */
final class Ids {

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";

    private final RandomGenerator random;

    Ids(RandomGenerator random) {
        this.random = random;
    }

    synchronized String next(String prefix) {
        StringBuilder id = new StringBuilder(prefix);
        for (int i = 0; i < 17; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
