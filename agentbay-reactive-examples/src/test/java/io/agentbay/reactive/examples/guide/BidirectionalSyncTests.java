package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.error.UnsavedChangesException;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

@AgentBayLocalTest
class BidirectionalSyncTests {

    private final Output out = new Output();

    @Test
    void theDownloadBringsTheLatest(AgentBayClient client) {
        inSession(
                client,
                (section, session) -> putInContext(client, "latest.txt", "latest")
                        .then(section.download(session))
                        .then(session.files().readText("/mnt/data/latest.txt"))
                        .doOnNext(text -> assertThat(text).isEqualTo("latest")));
        assertThat(out.text()).contains("context -> session");
    }

    @Test
    void aDownloadNeverOverwritesWhatWasWrittenHere(AgentBayClient client) {
        inSession(
                client,
                (section, session) -> session.files()
                        .write("/mnt/data/mine.txt", "mine")
                        .then(section.download(session))
                        .<String>handle((report, sink) -> sink.next("overwritten"))
                        .onErrorResume(UnsavedChangesException.class, refused -> Mono.just("refused"))
                        .doOnNext(end -> assertThat(end).isEqualTo("refused")));
    }

    @Test
    void theUploadTakesTheChanges(AgentBayClient client) {
        inSession(
                client,
                (section, session) ->
                        session.files().write("/mnt/data/mine.txt", "mine").then(section.upload(session)));
        assertThat(inContext(client, "mine.txt")).isEqualTo("mine");
        assertThat(out.text()).contains("session -> context");
    }

    @Test
    void aMergeKeepsBothSides(AgentBayClient client) {
        inSession(
                client,
                (section, session) -> session.files()
                        .write("/mnt/data/here.txt", "here")
                        .then(putInContext(client, "there.txt", "there"))
                        .then(section.merge(session))
                        .then(session.files().readText("/mnt/data/there.txt"))
                        .doOnNext(text -> assertThat(text).isEqualTo("there")));
        assertThat(inContext(client, "here.txt")).isEqualTo("here");
        assertThat(inContext(client, "there.txt")).isEqualTo("there");
    }

    private static Mono<Void> putInContext(AgentBayClient client, String name, String text) {
        return client.contexts()
                .get("two-way")
                .flatMap(context -> client.contexts().files(context).write("/mnt/data/" + name, text));
    }

    private static String inContext(AgentBayClient client, String name) {
        return client.contexts()
                .get("two-way")
                .flatMap(context -> client.contexts().files(context).readText("/mnt/data/" + name))
                .block();
    }

    private <T> void inSession(AgentBayClient client, BiFunction<BidirectionalSync, Session, Mono<T>> work) {
        var context = client.contexts().getOrCreate("two-way").block();
        var section = new BidirectionalSync(client, out.stream());
        var mount = Mount.of(context, "/mnt/data", SyncPolicy.manual().keepingDeleted());
        assertThat(client.sessions()
                        .use(SessionRequest.mounting(mount), session -> work.apply(section, session))
                        .block())
                .isNotNull();
    }
}
