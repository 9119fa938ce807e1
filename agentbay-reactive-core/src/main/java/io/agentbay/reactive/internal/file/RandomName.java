package io.agentbay.reactive.internal.file;

import java.util.random.RandomGenerator;

/** Names that nobody else uses: 104 random bits as 26 hexadecimal digits. */
final class RandomName {

    private RandomName() {}

    static String next(RandomGenerator random) {
        return "agentbay-%016x%010x".formatted(random.nextLong(), random.nextLong() >>> 24);
    }
}
