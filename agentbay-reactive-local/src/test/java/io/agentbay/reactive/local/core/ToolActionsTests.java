package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToolActionsTests {

    private final LocalWorld world = LocalWorld.create();
    private final String session = world.session();

    @Test
    void textIsWrittenAppendedAndReadInRanges() {
        world.tool(session, "write_file", "path", "/tmp/a.txt", "content", "héllo");
        world.tool(session, "write_file", "path", "/tmp/a.txt", "content", " + &", "mode", "append");

        assertThat(read("path", "/tmp/a.txt")).isEqualTo("héllo + &");
        assertThat(read("path", "/tmp/a.txt", "offset", 6, "length", 2)).isEqualTo(" +");
        assertThat(read("path", "/tmp/a.txt", "offset", 9, "length", 0)).isEqualTo("&");
        assertThat(read("path", "/tmp/a.txt", "offset", 100, "length", 5)).isEmpty();
    }

    private String read(Object... arguments) {
        return world.tool(session, "read_file", arguments);
    }

    @Test
    void binaryIsReadAsBase64CutAtBytes() {
        world.tool(session, "write_file", "path", "/tmp/a", "content", "é");
        String half = read("path", "/tmp/a", "offset", 1, "length", 1, "format", "binary");

        assertThat(Base64.getDecoder().decode(half)).containsExactly(0xA9);
    }

    @Test
    void createNewRefusesWhatExistsAndAMissingParentIsAnError() {
        world.tool(session, "write_file", "path", "/tmp/a", "content", "1", "mode", "create_new");

        assertThat(world.toolError(session, "write_file", "path", "/tmp/a", "content", "2", "mode", "create_new"))
                .contains("already exists");
        assertThat(world.toolError(session, "write_file", "path", "/no/a", "content", "2"))
                .contains("Parent directory does not exist");
        assertThat(world.toolError(session, "write_file", "path", "/tmp", "content", "2"))
                .contains("Is a directory");
    }

    @Test
    void aMissingFileIsAToolErrorNotACallError() {
        assertThat(world.toolError(session, "read_file", "path", "/tmp/none")).contains("not found");
        assertThat(world.toolError(session, "delete_file", "path", "/tmp/none")).contains("not found");
        assertThat(world.toolError(session, "get_file_info", "path", "/tmp/none"))
                .contains("not found");
        assertThat(world.toolError(session, "list_directory", "path", "/tmp/none"))
                .contains("not found");
    }

    @Test
    void directoriesAreMadeListedAndDescribed() {
        world.tool(session, "create_directory", "path", "/tmp/x/y/z");
        world.tool(session, "write_file", "path", "/tmp/x/a b.txt", "content", "12345");

        assertThat(world.tool(session, "list_directory", "path", "/tmp/x").lines())
                .containsExactlyInAnyOrder("[DIR] y", "[FILE] a b.txt");
        assertThat(world.tool(session, "get_file_info", "path", "/tmp/x/a b.txt")
                        .lines())
                .contains("size: 5", "isDirectory: false", "isFile: true");
        assertThat(world.tool(session, "get_file_info", "path", "/tmp/x").lines())
                .contains("isDirectory: true");
        assertThat(world.toolError(session, "delete_file", "path", "/tmp/x")).contains("not empty");
    }

    @Test
    void severalFilesAreReadAtOnceAndAMissingOneHidesNone() {
        world.write(session, "/tmp/a", "1");
        world.write(session, "/tmp/b", "2");

        assertThat(world.tool(session, "read_multiple_files", "paths", List.of("/tmp/a", "/tmp/no", "/tmp/b")))
                .isEqualTo("/tmp/a: 1\n---\n/tmp/no: Error - File not found: /tmp/no\n---\n/tmp/b: 2\n");
    }

    @Test
    void filesAreFoundByPattern() {
        world.write(session, "/tmp/s/one.txt", "1");
        world.write(session, "/tmp/s/deep/two.txt", "2");
        world.write(session, "/tmp/s/deep/two.log", "2");

        assertThat(search("*.txt").lines()).containsExactlyInAnyOrder("/tmp/s/one.txt", "/tmp/s/deep/two.txt");
        assertThat(search("TWO").lines()).hasSize(2);
        assertThat(search("none")).isEqualTo("No matches found");
        assertThat(world.tool(
                        session,
                        "search_files",
                        "path",
                        "/tmp/s",
                        "pattern",
                        "*.txt",
                        "excludePatterns",
                        List.of("deep/**")))
                .isEqualTo("/tmp/s/one.txt");
    }

    private String search(String pattern) {
        return world.tool(session, "search_files", "path", "/tmp/s", "pattern", pattern);
    }

    @Test
    void aFileIsEditedOrOnlyShownEdited() {
        world.write(session, "/tmp/e", "one two two");
        List<Map<String, String>> edits = List.of(Map.of("oldText", "two", "newText", "2"));

        assertThat(world.tool(session, "edit_file", "path", "/tmp/e", "edits", edits, "dryRun", true))
                .isEqualTo("one 2 two");
        assertThat(read("path", "/tmp/e")).isEqualTo("one two two");
        world.tool(session, "edit_file", "path", "/tmp/e", "edits", edits, "dryRun", false);
        assertThat(read("path", "/tmp/e")).isEqualTo("one 2 two");
        assertThat(world.toolError(
                        session,
                        "edit_file",
                        "path",
                        "/tmp/e",
                        "edits",
                        List.of(Map.of("oldText", "9", "newText", ""))))
                .contains("not found");
    }

    @Test
    void aMoveReplacesAFileButNeverADirectory() {
        world.write(session, "/tmp/a", "new");
        world.write(session, "/tmp/b", "old");
        world.tool(session, "move_file", "source", "/tmp/a", "destination", "/tmp/b");

        assertThat(read("path", "/tmp/b")).isEqualTo("new");
        assertThat(world.toolError(session, "read_file", "path", "/tmp/a")).contains("not found");
        world.tool(session, "create_directory", "path", "/tmp/d/e");
        assertThat(world.toolError(session, "move_file", "source", "/tmp/b", "destination", "/tmp/d"))
                .contains("Cannot move");
        assertThat(world.toolError(session, "move_file", "source", "/tmp/d", "destination", "/tmp/d/e/f"))
                .contains("Cannot move");
    }

    @Test
    void changesAreToldOnce() {
        assertThat(changes()).isEmpty();
        world.write(session, "/tmp/w/new.txt", "1");
        assertThat(changes())
                .extracting(c -> c.get("eventType") + " " + c.get("path"))
                .containsExactlyInAnyOrder("create /tmp/w", "create /tmp/w/new.txt", "modify /tmp/w/new.txt");
        assertThat(changes()).isEmpty();
        world.write(session, "/tmp/w/new.txt", "12");
        assertThat(changes()).extracting(c -> c.get("eventType")).containsExactly("modify");
        world.tool(session, "delete_file", "path", "/tmp/w/new.txt");
        assertThat(changes()).extracting(c -> c.get("eventType")).containsExactly("delete");
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> changes() {
        List<?> changes = Json.list("changes", world.tool(session, "get_file_change", "path", "/tmp"));
        return (List<Map<String, Object>>) changes;
    }

    @Test
    void commandsAreRefusedHonestly() {
        assertThat(world.toolError(session, "shell", "command", "echo hi")).contains("sandbox");
        assertThat(world.toolError(session, "run_code", "code", "1", "language", "python"))
                .contains("sandbox");
        assertThat(world.toolError(session, "tap", "x", 1)).contains("tap");
    }

    @Test
    void theToolListNamesServers() {
        List<?> tools = Json.list("tools", world.data("ListMcpTools", "ImageId", "linux_latest"));

        assertThat(tools)
                .anySatisfy(tool -> assertThat((Map<?, ?>) tool)
                        .isEqualTo(Map.of(
                                "name", "read_file",
                                "server", "wuying_filesystem",
                                "tool", "read_file",
                                "description", "Reads a file, or a range of its bytes.",
                                "inputSchema",
                                        Map.of(
                                                "type",
                                                "object",
                                                "properties",
                                                Map.of(
                                                        "path", Map.of(), "offset", Map.of(), "length", Map.of(),
                                                        "format", Map.of())))));
    }

    @Test
    void metricsAreNumbers() {
        Map<String, Object> metrics = Json.object("metrics", world.tool(session, "get_metrics"));

        assertThat(metrics.get("cpu_count")).isInstanceOf(Number.class);
        assertThat((Number) metrics.get("mem_total"))
                .extracting(Number::longValue)
                .isNotEqualTo(0L);
        assertThat(metrics).containsEntry("disk_total", 1 << 30);
    }
}
