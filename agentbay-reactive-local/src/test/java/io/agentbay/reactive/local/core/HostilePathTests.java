package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Paths that lead upwards, one by one; {@link HostileCorpusTests} has the many. A mutation tried, which makes these tests
 * fail: {@code Keys.path} that keeps {@code ..}.
 */
class HostilePathTests {

    private final LocalWorld world = LocalWorld.create();
    private final String context = world.context("project");
    private final String session = world.session(context, "/mnt/data", "");

    @ParameterizedTest
    @ValueSource(strings = {"/../../../escape", "../../escape", "/tmp/../../escape", "/./..//../escape", "..", "/.."})
    void noToolPathLeavesTheSession(String path) {
        world.call("CallMcpTool", "SessionId", session, "Name", "write_file", "Args", writing(path));

        assertThat(world.disk.files(""))
                .filteredOn(file -> file.contains("escape"))
                .allMatch(file -> file.startsWith("sessions/" + session + "/root/"));
        assertThat(world.disk.files("escape")).isEmpty();
    }

    private static String writing(String path) {
        return Json.text(Map.of("path", path, "content", "x", "create_parent_dir", true));
    }

    @Test
    void aPathWithNulIsAToolError() {
        assertThat(world.toolError(session, "read_file", "path", "/tmp/a\0b")).contains("NUL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mnt/data/../../etc/passwd", "..", "/a/..", "\\..\\x", "/mnt/data/a\0"})
    void noKeyHoldsAWayUp(String key) {
        assertThat(world.call("GetContextFileUploadUrl", "ContextId", context, "FilePath", key)
                        .success())
                .isFalse();
        assertThatThrownBy(() -> world.put(context, key, "x")).isInstanceOf(ServiceError.class);
    }

    @Test
    void namesWithQuotesPercentPlusAndEmojiStayThemselves() throws IOException {
        for (String name : List.of("a b", "q'\"q", "50%", "%2e%2e", "a+b", "🎉é", "x".repeat(200), "-rf", "~")) {
            world.write(session, "/mnt/data/" + name, name);
        }
        world.settle();
        world.upload(session, context, "/mnt/data");
        world.settle();

        assertThat(world.keys(context, "/mnt/data")).hasSize(9);
        assertThat(world.get(context, "/mnt/data/🎉é")).isEqualTo("🎉é");
        assertThat(world.get(context, "/mnt/data/%2e%2e")).isEqualTo("%2e%2e");
    }

    @Test
    void aMountPathCannotLeaveTheSession() {
        String escaping = world.session(context, "/../../x", "");
        world.settle();
        world.write(escaping, "/x/a", "a");
        world.upload(escaping, context, "/../../x");
        world.settle();

        assertThat(world.keys(context, "/x")).containsExactly("/x/a");
    }
}
