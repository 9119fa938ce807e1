package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The disk and ledger in memory lose what real ones may lose, and nothing else. */
class MemoryMachineTests {

    private final MemoryMachine machine = new MemoryMachine(new ManualClock());
    private final MemoryDisk disk = machine.disk();

    private DiskWriter write(String path, String... pieces) throws IOException {
        DiskWriter writer = disk.create(path);
        for (String piece : pieces) {
            writer.write(ByteBuffer.wrap(piece.getBytes(StandardCharsets.UTF_8)));
        }
        return writer;
    }

    private static Optional<String> read(MemoryDisk disk, String path) throws IOException {
        if (disk.stat(path).isEmpty()) {
            return Optional.empty();
        }
        try (DiskReader reader = disk.open(path)) {
            ByteBuffer all = ByteBuffer.allocate((int) reader.size());
            reader.read(0, all);
            return Optional.of(new String(all.array(), StandardCharsets.UTF_8));
        }
    }

    /** What one path holds after the power failed, over many seeds. */
    private Set<Optional<String>> fates(String path) throws IOException {
        Set<Optional<String>> fates = new HashSet<>();
        for (int seed = 0; seed < 300; seed++) {
            fates.add(read(disk.powerLoss(new Random(seed)), path));
        }
        return fates;
    }

    @Test
    void aNameMayBeThereWithoutItsBytesAndBytesWithoutTheirOrder() throws IOException {
        write("a", "first", "second");

        assertThat(fates("a"))
                .contains(Optional.empty(), Optional.of(""), Optional.of("first"), Optional.of("firstsecond"))
                .contains(Optional.of("\0\0\0\0\0second"), Optional.of("first\0\0\0\0\0\0"))
                .anyMatch(content -> content.orElse("").startsWith("fi\0"));
    }

    @Test
    void whatWasForcedIsThereWhole() throws IOException {
        write("a", "first", "second").force();
        assertThat(fates("a")).containsExactlyInAnyOrder(Optional.empty(), Optional.of("firstsecond"));
        disk.forceDirectory("");
        assertThat(fates("a")).containsExactly(Optional.of("firstsecond"));
    }

    @Test
    void aRenameIsANameMadeAndANameRemoved() throws IOException {
        disk.createDirectories("from");
        disk.createDirectories("to");
        disk.forceDirectory("");
        write("from/a", "a").force();
        disk.forceDirectory("from");
        disk.move("from/a", "to/a");

        List<String> found = new ArrayList<>();
        for (int seed = 0; seed < 300; seed++) {
            found.add(String.join(" ", disk.powerLoss(new Random(seed)).files("")));
        }
        assertThat(new HashSet<>(found)).containsExactlyInAnyOrder("", "from/a", "from/a to/a", "to/a");
        assertThat(disk.powerLoss().files("")).containsExactly("from/a");
    }

    @Test
    void whatAFailedForceLostNoLaterOneBrings() throws IOException {
        DiskWriter writer = write("a", "lost");
        disk.forceDirectory("");
        disk.fail("force");
        assertThatThrownBy(writer::force).hasMessage("disk error in force");
        disk.heal();
        writer.write(ByteBuffer.wrap("kept".getBytes(StandardCharsets.UTF_8)));
        writer.force();

        assertThat(read(disk, "a")).contains("lostkept");
        assertThat(fates("a")).containsExactly(Optional.of("\0\0\0\0kept"));
    }

    @Test
    void aKilledProcessLeavesWhatItWroteAndAPowerLossAfterwardsMayStillTakeIt() throws IOException {
        write("a", "a");
        MemoryMachine next = machine.killed();

        assertThat(read(next.disk(), "a")).contains("a");
        assertThat(next.powerLoss().disk().files("")).isEmpty();
    }

    @Test
    void thePowerGoesBetweenAnyTwoStepsOfBothAndStaysAway() throws IOException {
        machine.power().cutAt(1);
        assertThatThrownBy(() -> disk.create("a")).isInstanceOf(Power.PowerLostException.class);
        assertThat(machine.power().on()).isFalse();
        assertThat(disk.files("")).containsExactly("a");
        assertThatThrownBy(() -> machine.ledger().commit(changes -> {})).isInstanceOf(LedgerException.class);
        assertThat(machine.ledger().commits()).isZero();
    }

    @Test
    void aCommitIsThereAlsoWhereItsCallerNeverHearsOfIt() {
        machine.power().cutAt(1);
        SessionRow row = new SessionRow("s", "t", new ManualClock().instant(), null);
        assertThatThrownBy(() -> machine.ledger().commit(changes -> changes.put(row)))
                .isInstanceOf(LedgerException.class);
        assertThat(machine.powerLoss().ledger().load().sessions()).containsExactly(row);
    }

    @Test
    void aNearlyFullDiskTakesWhatFitsAndDeletingGivesRoom() throws IOException {
        disk.room(6);
        DiskWriter writer = write("a", "1234");
        ByteBuffer more = ByteBuffer.wrap("5678".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> writer.write(more)).hasMessageContaining("No space left on device");
        assertThat(read(disk, "a")).contains("123456");
        disk.delete("a");
        write("b", "123456");
    }
}
