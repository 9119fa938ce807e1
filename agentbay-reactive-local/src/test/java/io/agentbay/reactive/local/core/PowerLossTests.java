package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerLossTests {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void afterALossOfPowerAtAnyStepEverythingAcknowledgedIsThereAndNothingElse(long seed) throws IOException {
        long steps = new PowerLossRun(seed, PlantedBug.NONE).steps();
        assertThat(steps).isGreaterThan(200);
        for (long step = 0; step < steps; step++) {
            try {
                new PowerLossRun(seed, PlantedBug.NONE).cutAt(step);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", step " + step, e);
            }
        }
    }
}
