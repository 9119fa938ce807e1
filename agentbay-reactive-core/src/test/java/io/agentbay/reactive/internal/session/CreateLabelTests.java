package io.agentbay.reactive.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CreateLabelTests {

    @Test
    void holdsEachOfThe128Bits() {
        for (int bit = 0; bit < 128; bit++) {
            long high = bit < 64 ? 0 : 1L << (bit - 64);
            long low = bit < 64 ? 1L << bit : 0;
            assertThat(label(high, low)).hasSize(26).isNotEqualTo(label(0, 0));
        }
        assertThat(label(-1, -1)).matches("7{25}h");
    }

    private static String label(long high, long low) {
        var numbers = new ArrayDeque<>(List.of(high, low));
        RandomGenerator random = numbers::pop;
        return CreateLabel.next(random);
    }
}
