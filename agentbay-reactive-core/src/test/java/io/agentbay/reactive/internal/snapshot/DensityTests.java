package io.agentbay.reactive.internal.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DensityTests {

    private static byte[] noise(int size) {
        var bytes = new byte[size];
        new Random(3).nextBytes(bytes);
        return bytes;
    }

    @Test
    void noiseIsDenseAndTextIsNot() {
        assertThat(Density.isDense(noise(1024))).isTrue();
        assertThat(Density.isDense(noise(100_000))).isTrue();
        assertThat(Density.isDense(
                        "the quick brown agent writes reports\n".repeat(300).getBytes(UTF_8)))
                .isFalse();
    }

    @Test
    void ofFewBytesNothingIsSaid() {
        assertThat(Density.isDense(noise(1023))).isFalse();
        assertThat(Density.isDense(new byte[0])).isFalse();
    }
}
