package io.agentbay.reactive.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.core.CommandEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnconfinedTests {

    @TempDir
    private Path data;

    private SandboxedSession session;

    @BeforeEach
    void start() throws IOException {
        session = SandboxedSession.unconfined(data);
    }

    @AfterEach
    void end() {
        session.close();
    }

    @Test
    void pathsOfTheSessionAreItsFilesAndNotThisMachines() throws IOException {
        Files.createDirectories(session.root.resolve("mnt/data"));
        Files.writeString(session.root.resolve("mnt/data/a"), "1");

        CommandEnd end =
                session.shell("cd '/mnt/data' && find /mnt/data -type f; pwd; printf 2 > /tmp/unconfined-mark");

        assertThat(end.stdout()).isEqualTo("/mnt/data/a\n/mnt/data\n");
        assertThat(session.root.resolve("tmp/unconfined-mark")).hasContent("2");
        assertThat(Path.of("/tmp/unconfined-mark")).doesNotExist();
    }

    @Test
    void whatIsNoPathStaysAsItIs() {
        CommandEnd end = session.shell("echo a/b http://x/y \"$((8/2))\" | sed 's/a/c/'; /bin/echo $HOME");

        assertThat(end.stdout()).isEqualTo("c/b http://x/y 4\n/home/wuying\n");
    }
}
