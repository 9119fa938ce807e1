package io.agentbay.reactive.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.transfer.SmallJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that has closed its client and its service has no thread to wait for. */
class ProgramEndTests {

    @TempDir
    private Path directory;

    @Test
    void nothingThatWasClosedKeepsAJvmAliveAndSoonNoThreadOfItIsLeft() throws Exception {
        var said = new SmallJvm(directory)
                .run("-Xmx128m", ShortProgram.class, directory.resolve("data").toString());

        assertThat(said.lines())
                .contains(
                        "used, agentbay threads: true",
                        "closed, alive without being asked: [main]",
                        "a little later, agentbay threads: false");
    }
}
