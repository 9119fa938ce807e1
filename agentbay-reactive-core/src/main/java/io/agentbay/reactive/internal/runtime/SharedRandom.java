package io.agentbay.reactive.internal.runtime;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Randomness for ids and jitter with 128 bits of state, seeded once.
 *
 * <p>The system's secure source blocks and so cannot be asked on an event loop; ids need not be secret, only unique.
 */
final class SharedRandom implements RandomGenerator {

    private final SplittableRandom first;
    private final SplittableRandom second;

    SharedRandom() {
        var seed = new byte[2 * Long.BYTES];
        new SecureRandom().nextBytes(seed);
        var longs = ByteBuffer.wrap(seed);
        first = new SplittableRandom(longs.getLong());
        second = new SplittableRandom(longs.getLong());
    }

    @Override
    public synchronized long nextLong() {
        return first.nextLong() ^ Long.rotateLeft(second.nextLong(), 32);
    }
}
