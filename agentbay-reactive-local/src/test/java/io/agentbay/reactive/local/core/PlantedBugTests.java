package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of {@link PowerLossTests} and {@link DiskErrorTests} find each of these bugs. */
class PlantedBugTests {

    private static final int SEEDS = 30;

    /** Each with the history to begin with, which is one that meets it soon. */
    @ParameterizedTest
    @CsvSource({
        "NO_FILE_FSYNC, 2",
        "FILE_FSYNC_AFTER_COMMIT, 2",
        "NO_DIRECTORY_FSYNC, 2",
        "NO_LOG_FSYNC, 2",
        "REPLY_BEFORE_COMMIT, 2",
        "FILE_COLLECTED_BEFORE_ITS_ROW, 19",
        "DEDUPLICATION_THROUGH_FILES, 6",
        "NO_COLLECTION_OF_ORPHANS, 2",
        "SESSIONS_FORGOTTEN, 2",
        "FAILED_FILE_FSYNC_IGNORED, 2",
        "FAILED_FILE_FSYNC_REPEATED, 2",
        "FAILED_DIRECTORY_FSYNC_REPEATED, 17",
        "FAILED_COMMIT_IGNORED, 2"
    })
    void eachPlantedBugIsFound(PlantedBug bug, long firstSeed) throws IOException {
        int runs = 0;
        for (long seed = firstSeed; seed < firstSeed + SEEDS; seed++) {
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
