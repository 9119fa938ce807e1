package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checks of {@link PowerLossTests} and {@link DiskErrorTests} find each of these bugs. */
class PlantedBugTests {

    private static final int SEEDS = 100;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void eachPlantedBugIsFound(PlantedBug bug) throws IOException {
        int runs = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            long steps = steps(seed);
            for (long step = seed; step < steps; step += 7) {
                runs++;
                if (found(seed, step, bug)) {
                    return;
                }
            }
        }
        fail("%s was not found in %d runs", bug, runs);
    }

    private static long steps(long seed) throws IOException {
        return new PowerLossRun(seed, PlantedBug.NONE).steps();
    }

    private static boolean found(long seed, long step, PlantedBug bug) {
        try {
            if (bug.name().startsWith("FAILED")) {
                DiskErrorTests.fail(seed, step, bug);
            } else {
                new PowerLossRun(seed, bug).cutAt(step);
            }
            return false;
        } catch (AssertionError | IOException | RuntimeException loss) {
            return true;
        }
    }
}
