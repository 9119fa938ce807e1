package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links as commands make them; to a command, the session's root is the root. */
class SessionLinksTests {

    @TempDir
    private Path around;

    private Guarded guarded;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "links are read where Linux names open directories");
        guarded = new Guarded(around);
        guarded.tool("write_file", Map.of("path", "/mnt/data/d/file", "content", "inside", "create_parent_dir", true));
    }

    private void link(String path, String target) throws IOException {
        Files.createSymbolicLink(guarded.root().resolve(path.substring(1)), Path.of(target));
    }

    private String read(String path) {
        return String.valueOf(guarded.tool("read_file", Map.of("path", path)));
    }

    @Test
    void aFileIsReadThroughLinksOfEveryKind() throws IOException {
        link("/mnt/data/absolute", "/mnt/data/d/file");
        link("/mnt/data/relative", "d/../d/./file");
        link("/mnt/data/directory", "d");
        link("/mnt/data/chain", "directory/file");
        link("/tmp/above-the-root", "../../../../mnt/data/chain");
        for (String path : new String[] {
            "/mnt/data/absolute",
            "/mnt/data/relative",
            "/mnt/data/directory/file",
            "/mnt/data/chain",
            "/tmp/above-the-root"
        }) {
            assertThat(read(path)).as(path).contains("inside");
            assertThat(String.valueOf(guarded.tool("get_file_info", Map.of("path", path))))
                    .as(path)
                    .contains("path: " + path)
                    .contains("size: 6")
                    .contains("isFile: true");
        }
        assertThat(String.valueOf(guarded.tool("get_file_info", Map.of("path", "/mnt/data/directory"))))
                .contains("isDirectory: true");
    }

    @Test
    void whatALinkSaysIsAPathOfTheSession() throws IOException {
        Path outside = Files.writeString(around.resolve("secret"), "secret");
        link("/mnt/data/out", outside.toString());
        link("/mnt/data/up", "../".repeat(30) + outside);
        link("/mnt/data/loop", "loop");
        link("/mnt/data/nowhere", "not-there");
        for (String path : new String[] {"/mnt/data/out", "/mnt/data/up", "/mnt/data/loop", "/mnt/data/nowhere"}) {
            assertThat(read(path)).as(path).doesNotContain("secret\"").containsIgnoringCase("error");
        }
    }
}
