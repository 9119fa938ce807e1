package io.agentbay.reactive.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

class MemoryDirectoriesTests {

    @Test
    void whatIsNoMemoryOrNotThereIsNotTaken(@TempDir(factory = TempDirFactory.Standard.class) Path disk) {
        assertThat(MemoryDirectories.usable(Path.of("/proc"))).isEmpty();
        assertThat(MemoryDirectories.usable(disk.resolve("missing"))).isEmpty();
    }

    @Test
    void directoriesLieInMemoryWhereThatIsUsable(@TempDir(factory = MemoryDirectories.class) Path directory) {
        assertThat(directory).isEmptyDirectory();
        MemoryDirectories.usable(Path.of("/dev/shm"))
                .ifPresent(memory -> assertThat(directory).startsWith(memory));
    }
}
