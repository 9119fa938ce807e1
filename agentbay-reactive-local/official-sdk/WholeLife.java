import com.aliyun.agentbay.AgentBay;
import com.aliyun.agentbay.Config;
import com.aliyun.agentbay.context.Context;
import com.aliyun.agentbay.context.ContextInfoResult;
import com.aliyun.agentbay.context.ContextListParams;
import com.aliyun.agentbay.context.ContextSync;
import com.aliyun.agentbay.context.SyncPolicy;
import com.aliyun.agentbay.exception.AgentBayException;
import com.aliyun.agentbay.session.CreateSessionParams;
import com.aliyun.agentbay.session.Session;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a user of the published official SDK does, from the first context to the last session. Knows nothing but the SDK;
 * every answer is compared, and the first that differs ends it with exit code 1.
 */
public final class WholeLife {

    private static final String MOUNT = "/tmp/project";
    private static final String TEXT = "kept: grüße, 100% + more & \"quotes\"\nsecond line 😀";

    private final AgentBay agentBay;
    private final String run = Long.toString(System.nanoTime(), 36);

    private WholeLife(String endpoint, String key) throws Exception {
        agentBay = new AgentBay(key, new Config("cn-shanghai", endpoint, 10_000));
    }

    /** Arguments: endpoint as host:port, API key. */
    public static void main(String[] arguments) throws Exception {
        WholeLife life = new WholeLife(arguments[0], arguments[1]);
        Context context = life.contexts();
        life.filesByUrl(context);
        life.firstSession(context);
        life.secondSession(context);
        life.end(context);
        System.out.println("official-sdk: passed");
        System.exit(0);
    }

    private Context contexts() throws Exception {
        for (int i = 0; i < 12; i++) {
            var made = agentBay.getContext().create("other-" + i + "-" + run);
            must(made.isSuccess(), "create", made.getErrorMessage());
        }
        var created = agentBay.getContext().get("project-" + run, true);
        must(created.isSuccess(), "get or create", created.getErrorMessage());
        var again = agentBay.getContext().get("project-" + run);
        same(created.getContext().getContextId(), again.getContext().getContextId(), "the id found by name");
        must(isAbsent("never-" + run), "get", "found what was never created");
        pages(created.getContext().getContextId());
        return again.getContext();
    }

    private void pages(String newest) {
        var first = agentBay.getContext().list();
        must(first.isSuccess(), "list", first.getErrorMessage());
        same(10, first.getContexts().size(), "the length of a page");
        same(newest, first.getContexts().get(0).getContextId(), "the first of a listing");
        ContextListParams next = new ContextListParams();
        next.setMaxResults(10);
        next.setNextToken(first.getNextToken());
        var second = agentBay.getContext().list(next);
        same(first.getTotalCount(), 10 + second.getContexts().size(), "the contexts on two pages");
        must(second.getNextToken() == null || second.getNextToken().isEmpty(), "list", "the last page has a successor");
    }

    private void filesByUrl(Context context) throws Exception {
        String path = MOUNT + "/by-url.txt";
        HttpClient http = HttpClient.newHttpClient();
        var up = agentBay.getContext().getFileUploadUrl(context.getContextId(), path);
        must(up.isSuccess(), "upload URL", up.getErrorMessage());
        var put = HttpRequest.newBuilder(URI.create(up.getUrl()))
                .PUT(HttpRequest.BodyPublishers.ofString(TEXT))
                .build();
        same(200, http.send(put, HttpResponse.BodyHandlers.discarding()).statusCode(), "the status of a PUT");
        var down = agentBay.getContext().getFileDownloadUrl(context.getContextId(), path);
        must(down.isSuccess(), "download URL", down.getErrorMessage());
        var get = HttpRequest.newBuilder(URI.create(down.getUrl())).build();
        same(TEXT, http.send(get, HttpResponse.BodyHandlers.ofString()).body(), "the content by URL");
        must(agentBay.getContext().deleteFile(context.getContextId(), MOUNT + "/never.txt").isSuccess(), "delete", path);
    }

    private void firstSession(Context context) throws Exception {
        Session session = session(context);
        files(session);
        trees(session);
        transfers(session, context);
        commands(session);
        sync(session, context);
        describe(session);
        delete(session);
    }

    private Session session(Context context) throws Exception {
        CreateSessionParams parameters = new CreateSessionParams();
        parameters.setImageId("linux_latest");
        parameters.setLabels(Map.of("purpose", "whole life"));
        parameters.setContextSyncs(
                List.of(ContextSync.create(context.getContextId(), MOUNT, SyncPolicy.defaultPolicy())));
        var created = agentBay.create(parameters);
        must(created.isSuccess(), "create session", created.getErrorMessage());
        return created.getSession();
    }

    private void files(Session session) throws Exception {
        var files = session.getFileSystem();
        same(TEXT, files.readFile(MOUNT + "/by-url.txt").getContent(), "a file put by URL");
        must(files.writeFile(MOUNT + "/kept.txt", TEXT.substring(0, 9)).isSuccess(), "write", "kept.txt");
        must(files.writeFile(MOUNT + "/kept.txt", TEXT.substring(9), "append").isSuccess(), "append", "kept.txt");
        same(TEXT, files.readFile(MOUNT + "/kept.txt").getContent(), "what was appended");
        String large = "0123456789äöü".repeat(20_000);
        must(files.writeFile(MOUNT + "/large.txt", large, "overwrite", true).isSuccess(), "write", "large.txt");
        same(large, files.readFile(MOUNT + "/large.txt").getContent(), "a file written in pieces");
        var edited = files.editFile(
                MOUNT + "/by-url.txt", List.of(Map.of("oldText", "second line", "newText", "edited line")));
        must(edited.isSuccess(), "edit", edited.getErrorMessage());
        same(TEXT.replace("second", "edited"), files.readFile(MOUNT + "/by-url.txt").getContent(), "the edit");
        must(!files.readFile(MOUNT + "/never.txt").isSuccess(), "read", "found what was never written");
    }

    private void trees(Session session) throws Exception {
        var files = session.getFileSystem();
        must(files.createDirectory(MOUNT + "/sub/deeper").isSuccess(), "create directory", "sub/deeper");
        must(files.writeFile(MOUNT + "/sub/deeper/found.log", "1").isSuccess(), "write", "found.log");
        must(files.moveFile(MOUNT + "/sub/deeper/found.log", MOUNT + "/sub/moved.log").isSuccess(), "move", "found.log");
        must(files.writeFile(MOUNT + "/sub/gone.log", "2").isSuccess(), "write", "gone.log");
        must(files.deleteFile(MOUNT + "/sub/gone.log").isSuccess(), "delete", "gone.log");
        var listed = files.listDirectory(MOUNT + "/sub");
        must(listed.isSuccess(), "list", listed.getErrorMessage());
        same("[deeper, moved.log]", listed.getEntries().stream().map(e -> e.get("name")).sorted().toList().toString(),
                "a listing");
        var info = files.getFileInfo(MOUNT + "/sub/moved.log");
        same("1", String.valueOf(info.getFileInfo().get("size")), "a size");
        same(List.of(MOUNT + "/sub/moved.log"), files.searchFiles(MOUNT, "*.log").getMatches(), "a search");
        // One line each: this SDK joins lines by a backslash and an n.
        must(files.writeFile(MOUNT + "/sub/line", "a: line").isSuccess(), "write", "line");
        var several = files.readMultipleFiles(List.of(MOUNT + "/sub/line", MOUNT + "/sub/moved.log"));
        same(Map.of(MOUNT + "/sub/line", "a: line", MOUNT + "/sub/moved.log", "1"), several.getContent(), "several");
    }

    private void transfers(Session session, Context context) throws Exception {
        session.setFileTransferContextId(context.getContextId());
        Path local = Files.writeString(Files.createTempFile("whole-life", ".bin"), TEXT);
        var up = session.getFileSystem().uploadFile(local.toString(), MOUNT + "/sent.bin");
        must(up.isSuccess(), "upload", up.getErrorMessage());
        same(TEXT, session.getFileSystem().readFile(MOUNT + "/sent.bin").getContent(), "what was uploaded");
        Path back = Files.createTempFile("whole-life", ".back");
        var down = session.getFileSystem().downloadFile(MOUNT + "/sent.bin", back.toString());
        must(down.isSuccess(), "download", down.getErrorMessage());
        same(TEXT, Files.readString(back), "what was downloaded");
        Files.delete(local);
        Files.delete(back);
    }

    /** Commands need a sandbox; where there is none, the service says so. */
    private void commands(Session session) {
        var ran = session.getCommand().executeCommand("cat " + MOUNT + "/sub/moved.log && echo ' ran'", 10_000);
        boolean refused = ran.getErrorMessage() != null && ran.getErrorMessage().contains("runs no commands here");
        must(ran.isSuccess() || refused, "command", ran.getErrorMessage());
        must(refused || ran.getOutput().contains("1 ran"), "command", ran.getOutput());
        var code = session.getCode().runCode("print(6 * 7)", "python");
        boolean absent = code.getErrorMessage() != null && code.getErrorMessage().contains("no Python here");
        must(code.isSuccess() || refused || absent, "code", code.getErrorMessage());
        must(refused || absent || String.valueOf(code.getResult()).contains("42"), "code", code.getResult());
        System.out.println("official-sdk: commands " + (refused ? "refused, there is no sandbox" : "ran"));
    }

    private void sync(Session session, Context context) {
        var synced = session.getContext().syncAndWait(context.getContextId(), MOUNT, "upload");
        must(synced.isSuccess(), "sync", synced.getErrorMessage());
        must(session.getContext().sync().isSuccess(), "sync", "of everything");
        ContextInfoResult info = session.getContext().info(context.getContextId(), MOUNT, "upload");
        must(info.isSuccess(), "info", info.getErrorMessage());
        must(!info.getContextStatusData().isEmpty(), "info", "the upload is not listed");
        info.getContextStatusData().forEach(task -> {
            same(MOUNT, task.getPath(), "the path of a task");
            same("upload", task.getTaskType(), "the type of a task");
            must(task.getErrorMessage() == null || task.getErrorMessage().isEmpty(), "info", task.getErrorMessage());
        });
    }

    private void describe(Session session) throws Exception {
        var info = session.info();
        must(info.isSuccess(), "session info", info.getErrorMessage());
        must(info.getSessionInfo().getResourceUrl().contains("resourceId="), "session info", "no resourceId");
        must(session.getLink().getData().startsWith("https://"), "link", session.getLink().getData());
        must(session.listMcpTools().getTools().size() > 10, "tools", "few are listed");
        var found = agentBay.getSessionInfo(session.getSessionId());
        must(found.isSuccess(), "get session", found.getErrorMessage());
        must(agentBay.get(session.getSessionId()).isSuccess(), "get", "the session is not found again");
    }

    private void secondSession(Context context) throws Exception {
        Session session = session(context);
        var files = session.getFileSystem();
        same(TEXT, files.readFile(MOUNT + "/kept.txt").getContent(), "what the first session kept");
        same("1", files.readFile(MOUNT + "/sub/moved.log").getContent(), "what it moved");
        must(!files.readFile(MOUNT + "/sub/gone.log").isSuccess(), "read", "what it deleted came back");
        must(files.writeFile(MOUNT + "/at-the-end.txt", TEXT).isSuccess(), "write", "at-the-end.txt");
        var deleted = agentBay.delete(session, true);
        must(deleted.isSuccess(), "delete with sync", deleted.getErrorMessage());
        Session third = session(context);
        same(TEXT, third.getFileSystem().readFile(MOUNT + "/at-the-end.txt").getContent(), "what the end uploaded");
        delete(third);
    }

    private void end(Context context) throws Exception {
        must(agentBay.getContext().delete(context).isSuccess(), "delete context", context.getName());
        must(isAbsent(context.getName()), "get", "found a deleted context");
    }

    private boolean isAbsent(String name) {
        try {
            return !agentBay.getContext().get(name, false).isSuccess();
        } catch (AgentBayException told) {
            return told.getMessage().contains("not found");
        }
    }

    private static void delete(Session session) {
        var deleted = session.delete();
        must(deleted.isSuccess(), "delete", deleted.getErrorMessage());
    }

    private static void same(Object expected, Object actual, String what) {
        must(Objects.equals(expected, actual), what, "expected " + expected + " but got " + actual);
    }

    private static void must(boolean good, String step, String reason) {
        if (!good) {
            System.out.println("official-sdk: failed at " + step + ": " + reason);
            System.exit(1);
        }
    }
}
