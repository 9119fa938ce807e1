package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one call may cost, and where calls that cannot work end. */
class CostTests {

    private final LocalWorld world = LocalWorld.create();

    @Test
    void oneAnswerHoldsNoMoreThanItsLimitHoweverManyFilesAreAsked() {
        String session = world.session();
        world.write(session, "/tmp/big", "x".repeat(1 << 20));

        assertThat(world.toolError(session, "read_multiple_files", "paths", Collections.nCopies(17, "/tmp/big")))
                .contains("16 MiB");
        assertThat(world.tool(session, "read_multiple_files", "paths", Collections.nCopies(2, "/tmp/big")))
                .hasSizeGreaterThan(2 << 20);
    }

    @Test
    void editsAndWatchesAreCounted() {
        String session = world.session();
        world.write(session, "/tmp/a", "a");
        List<Map<String, String>> edits = Collections.nCopies(1_001, Map.of("oldText", "a", "newText", "a"));
        assertThat(world.toolError(session, "edit_file", "path", "/tmp/a", "edits", edits))
                .contains("1000 edits");
        for (int i = 0; i < 100; i++) {
            world.tool(session, "get_file_change", "path", "/tmp/" + i);
        }
        assertThat(world.toolError(session, "get_file_change", "path", "/tmp/100"))
                .contains("100 paths");
        world.tool(session, "get_file_change", "path", "/tmp/1");
    }

    @Test
    void aPatternThatMeansNothingIsAToolError() {
        String session = world.session();
        assertThat(world.toolError(session, "search_files", "path", "/", "pattern", "[z-a]"))
                .contains("means nothing");
    }

    @Test
    void namesAndPathsNoFileSystemHoldsAreRefusedBeforeTheDiskIsAsked() {
        String session = world.session();
        for (String path : List.of("/tmp/" + "x".repeat(256), "/tmp/" + "é".repeat(128), "/" + "d/".repeat(2_100))) {
            assertThat(world.toolError(session, "write_file", "path", path, "content", "x"))
                    .contains("path");
            ServiceReply reply =
                    world.call("CreateMcpSession", "PersistenceDataList", mounts(world.context("c"), path));
            assertThat(reply.status()).isEqualTo(400);
        }
        assertThat(world.<List<?>>data("ListSession")).hasSize(1);
    }

    @Test
    void aMountThatAFileStandsInTheWayOfIsRefusedAndNothingIsMounted() {
        String session = world.session();
        String context = world.context("c");
        world.write(session, "/tmp/file", "x");

        ServiceReply reply = world.call(
                "BindContexts", "SessionId", session, "PersistenceDataList", mounts(context, "/tmp/file/below"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(world.<List<?>>data("DescribeSessionContexts", "SessionId", session))
                .isEmpty();
    }

    private static String mounts(String context, String path) {
        return Json.text(List.of(Map.of("ContextId", context, "Path", path)));
    }
}
