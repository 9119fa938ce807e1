package io.agentbay.reactive.local.sharing;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.LocalOptions;
import io.agentbay.reactive.session.CloseMode;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/** Two clients of one service, each with a session on the same context. */
final class Team implements AutoCloseable {

    static final String ROOT = "/mnt/team";
    static final SyncPolicy MANAGED = SyncPolicy.manual().keepingDeleted();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    final AgentBayLocal local;
    final AgentBayClient clientA;
    final AgentBayClient clientB;
    final AgentBayContext context;
    final Session a;
    final Session b;

    Team(Path data, LocalOptions options) {
        local = AgentBayLocal.start(data, options);
        clientA = local.clientBuilder().build();
        clientB = local.clientBuilder().build();
        context = get(clientA.contexts().getOrCreate("team"));
        a = open(clientA, MANAGED);
        b = open(clientB, MANAGED);
    }

    Session open(AgentBayClient client, SyncPolicy policy) {
        return get(client.sessions().create(SessionRequest.mounting(Mount.of(context, ROOT, policy))));
    }

    static <T> T get(Mono<T> work) {
        var value = work.block(LIMIT);
        if (value == null) {
            throw new AssertionError("completed empty");
        }
        return value;
    }

    static void done(Mono<?> work) {
        work.block(LIMIT);
    }

    static void write(Session session, String name, String text) {
        done(session.files().write(ROOT + "/" + name, text));
    }

    static void delete(Session session, String name) {
        done(session.files().delete(ROOT + "/" + name));
    }

    /** All files of a session's mount, by name. */
    static Map<String, String> files(Session session) {
        return get(session.files()
                .walk(ROOT, io.agentbay.reactive.common.Selector.all())
                .filter(entry -> entry.isFile())
                .concatMap(entry -> session.files()
                        .readText(entry.path())
                        .map(text -> Map.entry(entry.path().substring(ROOT.length() + 1), text)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new));
    }

    /** What the context holds, as a new session sees it. */
    Map<String, String> stored() {
        var reader = open(clientA, SyncPolicy.readOnly());
        var files = files(reader);
        done(reader.close());
        return files;
    }

    @Override
    public void close() {
        done(a.close(CloseMode.WITHOUT_SAVING).onErrorComplete());
        done(b.close(CloseMode.WITHOUT_SAVING).onErrorComplete());
        clientA.close();
        clientB.close();
        local.close();
    }
}
