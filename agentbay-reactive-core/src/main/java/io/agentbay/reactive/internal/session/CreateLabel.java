package io.agentbay.reactive.internal.session;

import java.util.random.RandomGenerator;

/** The value of a session's own label: 128 random bits as 26 characters of base 32. */
final class CreateLabel {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 128;
    private static final int BITS_PER_CHARACTER = 5;

    private CreateLabel() {}

    static String next(RandomGenerator random) {
        long high = random.nextLong();
        long low = random.nextLong();
        var text = new StringBuilder();
        for (int taken = 0; taken < BITS; taken += BITS_PER_CHARACTER) {
            text.append(ALPHABET.charAt((int) (low & 31)));
            low = low >>> BITS_PER_CHARACTER | high << (Long.SIZE - BITS_PER_CHARACTER);
            high >>>= BITS_PER_CHARACTER;
        }
        return text.toString();
    }
}
