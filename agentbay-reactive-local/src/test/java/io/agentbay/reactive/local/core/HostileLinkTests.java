package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.disk.LinkSwapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Links that a command leaves in a session, pointing wherever it likes, and every tool and sync that meets them.
 *
 * <p>A mutation tried, which makes these tests fail: {@code OpenDirectory} enters, describes and opens without {@code
 * NOFOLLOW_LINKS}; without its look at what it enters, they hang at a pipe. That a directory is only entered so after
 * the look is a race that these tests do not win surely.
 */
class HostileLinkTests {

    @TempDir
    private Path around;

    private Guarded guarded;

    @BeforeEach
    void start() throws IOException {
        guarded = new Guarded(around);
    }

    /** Names below the mount, and where each leads. */
    private Map<String, Path> links() throws IOException {
        Path outside = guarded.around.resolve("outside");
        Map<String, Path> links = new LinkedHashMap<>();
        links.put("absolute", outside);
        links.put("relative", Path.of("../../../../../../../../outside"));
        links.put("file", outside.resolve("canary"));
        links.put("relative-file", Path.of("../../../../../../../../outside/canary"));
        links.put("chain", Path.of("absolute"));
        links.put("chain-of-chains", Path.of("chain"));
        links.put("parent", Path.of(".."));
        links.put("root", Path.of("/"));
        links.put("self", Path.of("self"));
        links.put("loop-a", Path.of("loop-b"));
        links.put("loop-b", Path.of("loop-a"));
        links.put("dangling", outside.resolve("not-there-yet"));
        links.put("proc", Path.of("/proc/self/root"));
        links.put("data", guarded.data);
        links.put("secret", guarded.data.resolve("url-secret"));
        Path mount = guarded.root().resolve("mnt/data");
        for (Map.Entry<String, Path> link : links.entrySet()) {
            Files.createSymbolicLink(mount.resolve(link.getKey()), link.getValue());
        }
        return links;
    }

    @Test
    void noToolFollowsALinkOutOfTheSession() throws IOException {
        for (String link : links().keySet()) {
            for (String below : List.of("", "/", "/canary", "/new", "/outside/canary", "/d/e", "/..", "/../canary")) {
                useAllTools("/mnt/data/" + link + below);
            }
            guarded.tool("move_file", Map.of("source", "/mnt/data/" + link, "destination", "/tmp/" + link));
            useAllTools("/tmp/" + link + "/canary");
            guarded.tool("write_file", Map.of("path", "/tmp/" + link, "content", "attack"));
        }
        guarded.assertNothingTaken();
        guarded.assertUntouched();
    }

    private static void assertHarmless(ServiceReply reply) {
        assertThat(reply.toString()).doesNotContain(Guarded.CANARY);
    }

    private void useAllTools(String path) {
        for (String mode : List.of("append", "create_new")) {
            guarded.tool("write_file", Map.of("path", path, "content", "attack", "mode", mode));
        }
        assertHarmless(guarded.tool("read_file", Map.of("path", path)));
        assertHarmless(guarded.tool("read_multiple_files", Map.of("paths", List.of(path))));
        guarded.tool("list_directory", Map.of("path", path));
        guarded.tool("get_file_info", Map.of("path", path));
        guarded.tool("search_files", Map.of("path", path, "pattern", "*"));
        guarded.tool("edit_file", Map.of("path", path, "edits", List.of(Map.of("oldText", "c", "newText", "x"))));
        guarded.tool("get_file_change", Map.of("path", path));
        guarded.tool("create_directory", Map.of("path", path + "/made"));
    }

    @Test
    void noSyncFollowsALinkInEitherDirection() throws IOException {
        for (String name : List.of("absolute/canary", "file", "chain/new", "parent/x", "data/url-secret", "plain")) {
            guarded.world.put(guarded.context, "/mnt/data/" + name, "attack");
        }
        links();
        for (String mode : List.of("upload", "download", "upload")) {
            sync(mode);
            for (String link : List.of("absolute", "file", "chain", "parent")) {
                syncPath("/mnt/data/" + link, mode);
            }
        }
        guarded.assertNothingTaken();
        guarded.assertUntouched();
    }

    @Test
    void aLinkThatComesWhereAMountIsIsNotFollowed() throws IOException {
        Path mount = guarded.root().resolve("mnt/data");
        guarded.world.put(guarded.context, "/mnt/data/new", "attack");
        Files.delete(mount);
        Files.createSymbolicLink(mount, guarded.around.resolve("outside"));

        sync("download");
        sync("upload");
        ServiceReply bind = guarded.call(
                "BindContexts",
                "SessionId",
                guarded.session,
                "PersistenceDataList",
                Json.text(List.of(Map.of("ContextId", guarded.context, "Path", "/mnt/data/deeper"))));

        assertThat(bind.status()).isEqualTo(400);
        guarded.assertNothingTaken();
        guarded.assertUntouched();
    }

    /** One thread swaps directories, files and links to the outside; the service syncs and calls tools meanwhile. */
    @Test
    void noLinkThatIsSwappedInMeanwhileIsFollowed() throws Exception {
        Path mount = guarded.root().resolve("mnt/data");
        Path outside = guarded.around.resolve("outside");
        guarded.tool(
                "write_file", Map.of("path", "/mnt/data/d/canary", "content", "attack", "create_parent_dir", true));
        guarded.world.put(guarded.context, "/mnt/data/d/new", "attack");
        try (var swapper = LinkSwapper.start(mount.resolve("d"), outside)) {
            for (int i = 0; i < 150; i++) {
                sync(i % 2 == 0 ? "upload" : "download");
                for (String tool : List.of("read_file", "search_files", "get_file_info")) {
                    assertHarmless(guarded.tool(tool, Map.of("path", "/mnt/data/d/canary", "pattern", "*")));
                }
                guarded.tool("write_file", Map.of("path", "/mnt/data/d/w" + i, "content", "attack"));
                guarded.tool("write_file", Map.of("path", "/mnt/data/d/canary", "content", "attack", "mode", "append"));
                guarded.tool("delete_file", Map.of("path", "/mnt/data/d/w" + i));
            }
        }

        guarded.assertNothingTaken();
        guarded.assertUntouched();
    }

    @Test
    void aPipeHoldsNobodyUp() throws Exception {
        Path pipe = guarded.root().resolve("mnt/data/pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        useAllTools("/mnt/data/pipe");
        sync("upload");
        sync("download");

        guarded.tool("write_file", Map.of("path", "/mnt/data/pipe", "content", "attack"));
        assertThat(Files.readString(pipe, StandardCharsets.UTF_8)).isEqualTo("attack");
    }

    private void sync(String mode) {
        syncPath("/mnt/data", mode);
    }

    private void syncPath(String path, String mode) {
        guarded.call(
                "SyncContext", "SessionId", guarded.session, "ContextId", guarded.context, "Path", path, "Mode", mode);
        guarded.world.settle();
    }
}
