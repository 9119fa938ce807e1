package io.agentbay.reactive.local.contract;

import static io.agentbay.reactive.local.contract.ContractSetting.await;
import static io.agentbay.reactive.local.contract.ContractSetting.uniqueName;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.SessionId;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionQuery;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionState;
import io.agentbay.reactive.session.SessionSummary;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;

/** Sessions come, are found by label, hold files, and go. */
public interface SessionContract extends ContractSetting {

    @Test
    default void aSessionRunsIsFoundByItsLabelAndIsGoneAfterwards() {
        var label = uniqueName();
        var request = SessionRequest.ephemeral().label("contract", label);
        SessionId id = await(client().sessions()
                .use(
                        request,
                        session -> session.control()
                                .info()
                                .doOnNext(info -> assertThat(info.state()).isEqualTo(SessionState.RUNNING))
                                .then(listed(label, session))
                                .thenReturn(session.id())));
        StepVerifier.create(client().sessions().get(id))
                .expectErrorSatisfies(e -> {
                    assertThat(e).isInstanceOf(NotFoundException.class);
                    assertThat(((NotFoundException) e).kind()).isEqualTo(NotFoundException.Kind.SESSION);
                })
                .verify(LIMIT);
        assertThat(client().sessions().owned()).isEmpty();
    }

    /** Labels propagate late. */
    private Mono<SessionSummary> listed(String label, Session session) {
        return client().sessions()
                .list(SessionQuery.label("contract", label))
                .filter(summary -> summary.id().equals(session.id()))
                .next()
                .switchIfEmpty(Mono.error(() -> new AssertionError("the session is not listed by its label")))
                .retryWhen(Retry.fixedDelay(30, Duration.ofSeconds(1)));
    }

    @Test
    default void replacedLabelsAreReadBack() {
        await(client().sessions()
                .use(
                        SessionRequest.ephemeral().label("a", "1"),
                        session -> session.control()
                                .replaceLabels(Map.of("b", "zwei"))
                                .then(session.control().labels())
                                .doOnNext(labels -> assertThat(labels)
                                        .containsEntry("b", "zwei")
                                        .doesNotContainKey("a"))));
    }

    @Test
    default void textComesBackAsItWasWritten() {
        var text = "ascii, ümläüts, 漢字, 😀\n\ttabs and \"quotes\" & = + % \\\n".repeat(40);
        await(inSession(session -> session.files()
                .write(ROOT + "/a b/text ü.txt", text)
                .then(session.files().readText(ROOT + "/a b/text ü.txt"))
                .doOnNext(read -> assertThat(read).isEqualTo(text))));
    }

    @Test
    default void bytesComeBackAsTheyWereWritten() {
        var bytes = new byte[300_000];
        new Random(5).nextBytes(bytes);
        await(inSession(session -> session.files()
                .write(ROOT + "/random.bin", Content.of(bytes))
                .then(session.files()
                        .read(ROOT + "/random.bin")
                        .reduceWith(ByteArrayOutputStream::new, SessionContract::append))
                .doOnNext(read -> assertThat(read.toByteArray()).isEqualTo(bytes))));
    }

    private static ByteArrayOutputStream append(ByteArrayOutputStream sink, ByteBuffer chunk) {
        var bytes = new byte[chunk.remaining()];
        chunk.get(bytes);
        sink.writeBytes(bytes);
        return sink;
    }

    @Test
    default void filesAreListedMovedAndDeleted() {
        await(inSession(session -> {
            var files = session.files();
            return files.write(ROOT + "/d/one.txt", "1")
                    .then(files.write(ROOT + "/d/sub/two.txt", "22"))
                    .thenMany(files.list(ROOT + "/d"))
                    .map(FileEntry::path)
                    .collectList()
                    .doOnNext(
                            paths -> assertThat(paths).containsExactlyInAnyOrder(ROOT + "/d/one.txt", ROOT + "/d/sub"))
                    .then(files.move(ROOT + "/d/one.txt", ROOT + "/d/three.txt"))
                    .then(files.find(ROOT + "/d/three.txt"))
                    .doOnNext(entry -> assertThat(entry.size()).isEqualTo(1))
                    .then(files.delete(ROOT + "/d/three.txt"))
                    .then(files.delete(ROOT + "/d/three.txt"))
                    .then(files.find(ROOT + "/d/three.txt").hasElement())
                    .doOnNext(there -> assertThat(there).isFalse());
        }));
    }

    @Test
    default void aToolThatFailsSaysSo() {
        Mono<String> call =
                inSession(session -> session.tools().call("read_file", Map.of("path", ROOT + "/never/was/here")));
        StepVerifier.create(call).expectError(ToolFailedException.class).verify(LIMIT);
    }

    private <T> Mono<T> inSession(java.util.function.Function<Session, Mono<T>> work) {
        return client().sessions().use(SessionRequest.ephemeral(), work);
    }
}
