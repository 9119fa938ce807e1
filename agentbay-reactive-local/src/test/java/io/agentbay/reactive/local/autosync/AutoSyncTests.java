package io.agentbay.reactive.local.autosync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.event.Operation.Kind;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.AutoSync;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Automatic syncs of the client against the service, with the shortest periods there are. */
@AgentBayLocalTest
class AutoSyncTests {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final AutoSync EVERY = AutoSync.every(AutoSync.SHORTEST);
    private static final AutoSync AFTER_QUIET = AutoSync.afterQuiet(AutoSync.SHORTEST);
    private static final String MOUNT = "/mnt/data";
    private static final String OTHER = "/mnt/other";

    @Test
    void whatIsWrittenIsInTheContextWhileTheSessionIsOpenAndTheRestAfterIt(AgentBayClient client) {
        var first = get(client.contexts().getOrCreate("every"));
        var second = get(client.contexts().getOrCreate("quiet"));
        var request = SessionRequest.mounting(mount(first, MOUNT, EVERY), mount(second, OTHER, AFTER_QUIET));
        var ends = endsFromNowOn(client);

        var seen = get(client.sessions()
                .use(
                        request,
                        session -> session.files()
                                .write(MOUNT + "/a.txt", "a")
                                .then(session.files().write(OTHER + "/b.txt", "b"))
                                .then(ends.take(2).collectList())
                                .then(Mono.zip(
                                        read(client, first, MOUNT + "/a.txt"), read(client, second, OTHER + "/b.txt")))
                                .delayUntil(texts -> session.files().write(OTHER + "/c.txt", "c"))));

        assertThat(seen.toList()).containsExactly("a", "b");
        assertThat(get(read(client, second, OTHER + "/c.txt"))).isEqualTo("c");
    }

    @Test
    void whatSomebodyElseChangesInTheSessionIsSeenByTheWatch(AgentBayClient client, AgentBayLocal local) {
        var context = get(client.contexts().getOrCreate("watched"));
        try (var other = local.clientBuilder().build()) {
            var ends = endsFromNowOn(client);
            var text = get(client.sessions()
                    .use(
                            SessionRequest.mounting(mount(context, MOUNT, AFTER_QUIET)),
                            session -> run(session)
                                    .then(ends.next())
                                    .then(other.sessions().get(session.id()))
                                    .flatMap(theirs -> theirs.files().write(MOUNT + "/theirs.txt", "theirs"))
                                    .then(ends.skip(1).next())
                                    .then(read(client, context, MOUNT + "/theirs.txt"))));
            assertThat(text).isEqualTo("theirs");
        }
    }

    @Test
    void aMountThatIsNotReadyIsNeverUploaded(AgentBayClient client, AgentBayLocal local) {
        var context = get(client.contexts().getOrCreate("incomplete"));
        get(client.contexts().files(context).write(MOUNT + "/old.txt", "old").thenReturn(true));
        local.faults().onDownload(MOUNT).fail("store unreachable");
        var ends = endsFromNowOn(client);
        var session = get(client.sessions()
                .create(SessionRequest.mounting(mount(context, MOUNT, EVERY).readyLater())));

        var end = get(session.files().write(MOUNT + "/new.txt", "new").then(ends.next()));

        assertThat(end)
                .isInstanceOfSatisfying(
                        OperationEvent.Failed.class,
                        failed -> assertThat(failed.failure().type()).isEqualTo("MountNotReadyException"));
        assertThat(client.sessions().owned())
                .singleElement()
                .satisfies(owned -> assertThat(
                                Objects.requireNonNull(owned.lastFailure()).type())
                        .isEqualTo("MountNotReadyException"));
        assertThat(local.requests()).noneMatch(request -> request.action().equals("SyncContext"));
        assertThat(session.detach()).isEqualTo(session.id());
        assertThat(get(read(client, context, MOUNT + "/old.txt"))).isEqualTo("old");
    }

    private static Mono<String> run(Session session) {
        return session.tools().call("write_file", Map.of("path", MOUNT + "/run.txt", "content", "run"));
    }

    /** On a busy machine one ends before the one is awaited. */
    private static Flux<OperationEvent> endsFromNowOn(AgentBayClient client) {
        return client.events(client.activity().position())
                .filter(event -> event.operation().kind() == Kind.AUTO_SYNC)
                .filter(event -> List.of("completed", "failed").contains(event.type()));
    }

    private static Mount mount(AgentBayContext context, String path, AutoSync rule) {
        return Mount.of(context, path, SyncPolicy.onDemand().autoSync(rule));
    }

    private static Mono<String> read(AgentBayClient client, AgentBayContext context, String path) {
        return client.contexts().files(context).readText(path);
    }

    private static <T> T get(Mono<T> work) {
        return Objects.requireNonNull(work.block(LIMIT));
    }
}
