package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Links as commands make them; to a command, the session's root is the root. A mutation tried, which makes these tests
 * fail: {@code SessionLinks} that goes on from where it is at what begins with a slash.
 */
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

    @Test
    void aFileIsWrittenListedAndFoundThroughALink() throws IOException {
        link("/home/wuying/project", "/mnt/data/d");
        link("/mnt/data/d/latest", "file");
        link("/mnt/data/d/next", "not-there-yet");
        write("/home/wuying/project/new", "overwrite");
        write("/home/wuying/project/deeper/new", "append");
        write("/home/wuying/project/latest", "overwrite");
        write("/home/wuying/project/next", "append");
        guarded.tool("create_directory", Map.of("path", "/home/wuying/project/made"));
        edit("/home/wuying/project/new", "written", "edited");

        assertThat(read("/mnt/data/d/new")).contains("edited");
        for (String path : new String[] {"deeper/new", "file", "not-there-yet"}) {
            assertThat(read("/mnt/data/d/" + path)).as(path).contains("written");
        }
        assertThat(Files.readSymbolicLink(guarded.root().resolve("mnt/data/d/latest")))
                .isEqualTo(Path.of("file"));
        assertThat(text("list_directory", Map.of("path", "/home/wuying/project")))
                .contains("[DIR] made", "[FILE] new", "[DIR] deeper")
                .doesNotContain("latest");
        assertThat(text("search_files", Map.of("path", "/home/wuying/project", "pattern", "new")))
                .contains("/home/wuying/project/new", "/home/wuying/project/deeper/new");
    }

    @Test
    void aLinkItselfIsMovedDeletedAndInTheWayOfWhatMustBeNew() throws IOException {
        link("/mnt/data/link", "d/file");
        link("/tmp/mounts", "/mnt");
        assertThat(write("/mnt/data/link", "create_new")).contains("File already exists");
        assertThat(text("move_file", Map.of("source", "/tmp/mounts/data", "destination", "/tmp/stolen")))
                .contains("Cannot move");
        guarded.tool("move_file", Map.of("source", "/tmp/mounts/data/link", "destination", "/mnt/data/moved"));
        assertThat(read("/mnt/data/moved")).contains("inside");
        guarded.tool("delete_file", Map.of("path", "/tmp/mounts/data/moved"));

        assertThat(Files.isSymbolicLink(guarded.root().resolve("mnt/data/moved")))
                .isFalse();
        assertThat(read("/mnt/data/d/file")).contains("inside");
    }

    private String write(String path, String mode) {
        return text("write_file", Map.of("path", path, "content", "written", "mode", mode, "create_parent_dir", true));
    }

    private void edit(String path, String before, String after) {
        guarded.tool("edit_file", Map.of("path", path, "edits", List.of(Map.of("oldText", before, "newText", after))));
    }

    private String text(String tool, Map<String, Object> arguments) {
        return String.valueOf(guarded.tool(tool, arguments));
    }
}
