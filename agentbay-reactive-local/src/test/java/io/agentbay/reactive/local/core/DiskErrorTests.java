package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One operation fails, the service goes on, then the power goes. A group of an upload that is sealed again after a failed
 * rename fails this (its second hash is that of nothing), and so does an upload that reports success although nobody
 * knows what the disk holds; {@link PlantedBugTests} has more.
 */
class DiskErrorTests {

    @ParameterizedTest
    @ValueSource(longs = {16})
    void whicheverOperationFailsNothingAcknowledgedIsLostAndAFailedForceOrCommitEndsAllWriting(long seed)
            throws IOException {
        failEverywhere(seed);
    }

    @Test
    @Tag("slow")
    void theSameForManyHistories() throws IOException {
        for (long seed : LongStream.range(100, 150).toArray()) {
            failEverywhere(seed);
        }
    }

    private static void failEverywhere(long seed) throws IOException {
        long operations = new PowerLossRun(seed, PlantedBug.NONE).steps() / 2;
        for (long at = 0; at < operations; at++) {
            try {
                fail(seed, at, PlantedBug.NONE);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", operation " + at, e);
            }
        }
    }

    /** The operation at this place fails, once; every third history has a commit that fails instead. */
    static void fail(long seed, long at, PlantedBug bug) throws IOException {
        List<String> failed = new ArrayList<>();
        new PowerLossRun(seed, bug)
                .troubled(machine -> arm(machine, at, failed), change -> requireReadOnlyAfter(failed, change));
    }

    private static void arm(MemoryMachine machine, long at, List<String> failed) {
        AtomicLong left = new AtomicLong(at);
        machine.disk().faults((operation, path) -> {
            if (left.getAndDecrement() == 0) {
                failed.add(operation);
                throw new IOException("disk error in " + operation + " " + path);
            }
        });
        machine.ledger().beforeCommit(() -> {
            boolean now = left.getAndDecrement() == 0;
            failNext(machine.ledger(), now, at % 2 == 0);
            if (now) {
                failed.add("commit");
            }
        });
    }

    private static void failNext(MemoryLedger ledger, boolean now, boolean afterwards) {
        ledger.heal();
        if (now && afterwards) {
            ledger.failAfterwards();
        } else if (now) {
            ledger.fail();
        }
    }

    private static void requireReadOnlyAfter(List<String> failed, ServiceReply change) {
        boolean unknown = failed.contains("commit") || failed.contains("forceDirectory") || failed.contains("force");
        assertThat(change.status()).as("after %s failed: %s", failed, change).isEqualTo(unknown ? 503 : 200);
    }
}
