package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every hostile path, by every way a caller can give one, on a real disk.
 *
 * <p>Mutations tried, each of which makes these tests fail: {@code Keys.path} keeps {@code ..} and {@code
 * DiskPaths.checked} lets it through; the same after {@code DiskPaths.parts} decoded percent signs once more; the same
 * after it normalised full-width dots and slashes.
 */
class HostileCorpusTests {

    private static final List<String> TOOLS = List.of(
            "read_file",
            "read_multiple_files",
            "list_directory",
            "get_file_info",
            "search_files",
            "edit_file",
            "create_directory",
            "move_file",
            "get_file_change",
            "delete_file");

    @TempDir
    private Path around;

    private Guarded guarded;

    @BeforeEach
    void start() throws IOException {
        guarded = new Guarded(around);
    }

    @Test
    void theCorpusIsLarge() {
        assertThat(HostilePaths.all()).hasSizeGreaterThan(900).doesNotHaveDuplicates();
    }

    /** Each path is written and read; of the other tools each path meets one, and each tool every kind of path. */
    @Test
    void noPathOfAToolLeavesItsSession() throws IOException {
        List<String> paths = HostilePaths.all();
        for (int i = 0; i < paths.size(); i++) {
            write(paths.get(i));
            use("read_file", paths.get(i));
            use(TOOLS.get(i % TOOLS.size()), paths.get(i));
        }
        guarded.assertNothingTaken();
        guarded.assertUntouched();
    }

    @Test
    @Tag("slow")
    void noPathOfAnyToolLeavesItsSession() throws IOException {
        for (String path : HostilePaths.all()) {
            write(path);
            TOOLS.forEach(tool -> use(tool, path));
        }
        guarded.assertNothingTaken();
        guarded.assertUntouched();
    }

    private void write(String path) {
        guarded.tool("write_file", Map.of("path", path, "content", "attack", "create_parent_dir", true));
        guarded.tool("write_file", Map.of("path", path, "content", "attack", "mode", "append"));
    }

    private void use(String tool, String path) {
        guarded.tool(
                tool,
                Map.of(
                        "path",
                        path,
                        "paths",
                        List.of(path, "/tmp/none"),
                        "pattern",
                        "canary",
                        "excludePatterns",
                        List.of(path),
                        "edits",
                        List.of(Map.of("oldText", "attack", "newText", "edited")),
                        "source",
                        path,
                        "destination",
                        path + ".moved"));
    }

    @Test
    void noPathOfAMoveLeavesItsSessionInEitherDirection() throws IOException {
        for (String path : HostilePaths.all()) {
            guarded.tool("write_file", Map.of("path", "/tmp/mine", "content", "attack"));
            guarded.tool("move_file", Map.of("source", "/tmp/mine", "destination", path));
            guarded.tool("move_file", Map.of("source", path, "destination", "/tmp/mine"));
        }
        guarded.assertNothingTaken();
        guarded.assertUntouched();
    }

    @Test
    void noKeyOfAContextLeavesIt() throws IOException {
        for (String path : HostilePaths.all()) {
            String context = guarded.context;
            guarded.call("GetContextFileUploadUrl", "ContextId", context, "FilePath", path);
            guarded.call("GetContextFileDownloadUrl", "ContextId", context, "FilePath", path);
            guarded.call("DescribeContextFiles", "ContextId", context, "ParentFolderPath", path);
            guarded.call("DeleteContextFile", "ContextId", context, "FilePath", path);
            put(path);
        }
        guarded.call(
                "SyncContext",
                "SessionId",
                guarded.session,
                "ContextId",
                guarded.context,
                "Path",
                "/mnt/data",
                "Mode",
                "download");
        guarded.world.settle();
        guarded.assertNothingTaken();
        guarded.assertUntouched();
    }

    /** As a signed URL does it. */
    private void put(String path) throws IOException {
        try {
            guarded.world.put(guarded.context, path, "attack");
            assertThat(guarded.world.get(guarded.context, path)).isEqualTo("attack");
        } catch (ServiceError refused) {
            assertThat(refused.status()).isLessThan(500);
        }
    }

    @Test
    void noPathOfASyncOrAPolicyLeavesItsMount() throws IOException {
        guarded.tool("write_file", Map.of("path", "/mnt/data/mine", "content", "attack"));
        for (String path : HostilePaths.all()) {
            for (String mode : List.of("upload", "download")) {
                guarded.call(
                        "SyncContext",
                        "SessionId",
                        guarded.session,
                        "ContextId",
                        guarded.context,
                        "Path",
                        path,
                        "Mode",
                        mode);
            }
            guarded.call("GetContextInfo", "SessionId", guarded.session, "Path", path);
        }
        guarded.world.settle();
        guarded.assertNothingTaken();
        guarded.assertUntouched();
    }

    /** Every fourth of the ways up, because a session each costs more than a call. */
    @Test
    void noMountLeavesItsSession() throws IOException {
        List<String> paths = HostilePaths.all();
        int odd = paths.size() - HostilePaths.odd().size();
        for (int i = 0; i < paths.size(); i += i < odd ? 4 : 1) {
            mount(paths.get(i), i % 3);
        }
        guarded.assertUntouched();
    }

    @Test
    @Tag("slow")
    void noMountOfAnyKindLeavesItsSession() throws IOException {
        for (String path : HostilePaths.all()) {
            for (int how = 0; how < 3; how++) {
                mount(path, how);
            }
        }
        guarded.assertUntouched();
    }

    /** As path of the mount, as path of its policy, as both; in a session that writes there, uploads and ends. */
    private void mount(String path, int how) {
        String where = how == 1 ? "/mnt/policy" : path;
        String policy = how == 0 ? "{}" : policy(path);
        String mounts = Json.text(List.of(Map.of("ContextId", guarded.context, "Path", where, "Policy", policy)));
        ServiceReply reply = guarded.call("CreateMcpSession", "PersistenceDataList", mounts);
        if (reply.success() && reply.fields().get("Data") instanceof Map<?, ?> created) {
            String session = (String) created.get("SessionId");
            String args = Json.text(Map.of("path", where + "/in", "content", "attack", "create_parent_dir", true));
            guarded.call("CallMcpTool", "SessionId", session, "Name", "write_file", "Args", args);
            guarded.world.settle();
            guarded.call("ReleaseMcpSession", "SessionId", session);
        }
        guarded.call("BindContexts", "SessionId", guarded.session, "PersistenceDataList", mounts);
    }

    private static String policy(String path) {
        return Json.text(Map.of(
                "bwList",
                Map.of("whiteLists", List.of(Map.of("path", path, "excludePaths", List.of(path)))),
                "recyclePolicy",
                Map.of("lifecycle", "Lifecycle_1Day", "paths", List.of(path)),
                "mappingPolicy",
                Map.of("path", path)));
    }
}
