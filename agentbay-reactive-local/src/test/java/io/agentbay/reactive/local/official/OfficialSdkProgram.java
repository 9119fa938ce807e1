package io.agentbay.reactive.local.official;

import com.aliyun.agentbay.AgentBay;
import com.aliyun.agentbay.Config;
import com.aliyun.agentbay.context.ContextSync;
import com.aliyun.agentbay.context.SyncPolicy;
import com.aliyun.agentbay.session.CreateSessionParams;
import com.aliyun.agentbay.session.Session;
import java.util.List;

/**
 * What a user of the published official SDK does: keep a file in a context, leave, come back, read it. It runs in a JVM
 * of its own, whose trust store is the service's; any step that does not succeed ends it with its reason.
 */
public final class OfficialSdkProgram {

    /** What it keeps: umlauts, signs that mean something in forms, an emoji. */
    static final String TEXT = "kept: grüße, 100% + more & 😀";

    /** Where it mounts the context. */
    static final String PATH = "/tmp/official";

    private final AgentBay agentBay;

    private OfficialSdkProgram(String endpoint, String key) throws Exception {
        this.agentBay = new AgentBay(key, new Config("cn-shanghai", endpoint, 10_000));
    }

    /** Arguments: endpoint as host:port, API key, context name. Prints the context's id when what it kept came back. */
    public static void main(String[] arguments) throws Exception {
        var program = new OfficialSdkProgram(arguments[0], arguments[1]);
        String context = program.context(arguments[2]);
        program.write(context);
        must(program.read(context).equals(TEXT), "compare", "other text came back");
        System.out.println("context=" + context);
        System.exit(0);
    }

    private String context(String name) throws Exception {
        var result = agentBay.getContext().get(name, true);
        must(result.isSuccess(), "context", result.getErrorMessage());
        return result.getContext().getContextId();
    }

    private void write(String context) throws Exception {
        Session session = session(context);
        var written = session.getFileSystem().writeFile(PATH + "/kept.txt", TEXT, "overwrite", true);
        must(written.isSuccess(), "write", written.getErrorMessage());
        var synced = session.getContext().syncAndWait(context, PATH, "upload");
        must(synced.isSuccess(), "sync", synced.getErrorMessage());
        delete(session);
    }

    private String read(String context) throws Exception {
        Session session = session(context);
        var content = session.getFileSystem().readFile(PATH + "/kept.txt");
        must(content.isSuccess(), "read", content.getErrorMessage());
        delete(session);
        return content.getContent();
    }

    private Session session(String context) throws Exception {
        var parameters = new CreateSessionParams();
        parameters.setImageId("linux_latest");
        parameters.setContextSyncs(List.of(ContextSync.create(context, PATH, SyncPolicy.defaultPolicy())));
        var created = agentBay.create(parameters);
        must(created.isSuccess(), "session", created.getErrorMessage());
        return created.getSession();
    }

    private static void delete(Session session) {
        var deleted = session.delete();
        must(deleted.isSuccess(), "delete", deleted.getErrorMessage());
    }

    private static void must(boolean success, String step, String reason) {
        if (!success) {
            System.out.println("failed=" + step + ": " + reason);
            System.exit(1);
        }
    }
}
