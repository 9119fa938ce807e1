package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The power goes at every step of seeded histories, and again while the service starts. {@link PlantedBugTests} shows
 * that the checks find each rule that is broken in disk or ledger. In the code itself, each of these fails them:
 * {@code BlobWriters.placed} without {@code forceAll}, or without {@code forceDirectory}; {@code ObjectTable} publishing
 * although the commit failed; {@code BlobWriter.seal} answering from a file of that hash instead of its row;
 * {@code BlobCollector.collect} deleting files before it commits; {@code Startup} leaving out {@code collectOrphans},
 * {@code endAll} or {@code finishContexts}.
 */
class PowerLossTests {

    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void afterALossOfPowerAtAnyStepEverythingAcknowledgedIsThereAndNothingElse(long seed) throws IOException {
        assertThat(new PowerLossRun(seed, PlantedBug.NONE).steps()).isGreaterThan(100);
        cutEverywhere(seed);
    }

    @Test
    @Tag("slow")
    void theSameForManyHistories() throws IOException {
        for (long seed : LongStream.range(100, 150).toArray()) {
            cutEverywhere(seed);
        }
    }

    private static void cutEverywhere(long seed) throws IOException {
        long steps = new PowerLossRun(seed, PlantedBug.NONE).steps();
        for (long step = 0; step < steps; step++) {
            try {
                new PowerLossRun(seed, PlantedBug.NONE).cutAt(step);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", step " + step, e);
            }
        }
    }

    /** A service that was never started before loses power at any step of that, too. */
    @Test
    void aFirstStartThatLostPowerIsRepeated() throws IOException {
        for (long step = 0; step < 700; step++) {
            PowerLossRun.firstStart(step);
        }
    }
}
