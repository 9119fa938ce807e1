package io.agentbay.reactive.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.error.CodeFailedException;
import io.agentbay.reactive.error.CommandFailedException;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.UploadRequest;
import io.agentbay.reactive.tool.CommandOperations.Language;
import io.agentbay.reactive.tool.CommandRequest;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** Commands from the client down to the sandbox; skipped, with the service's own reason, where it has none. */
class CommandsHttpTests {

    @TempDir
    private Path data;

    private AgentBayLocal local;

    @BeforeEach
    void start() {
        local = AgentBayLocal.start(data);
        String refusal = inSession(session -> session.commands()
                .run("true")
                .thenReturn("")
                .onErrorResume(refused -> Mono.just(String.valueOf(refused.getMessage()))));
        assumeTrue(refusal.isEmpty(), refusal);
    }

    @AfterEach
    void stop() {
        local.close();
    }

    private <T> T inSession(Function<Session, Mono<T>> work) {
        var client = local.client();
        return client.contexts()
                .getOrCreate("commands")
                .flatMap(context -> client.sessions().use(SessionRequest.mounting(context, "/mnt/data"), work))
                .block(Duration.ofMinutes(2));
    }

    @Test
    void aCommandWorksOnTheFilesOfTheSession() {
        var result = inSession(session -> session.files()
                .write("/mnt/data/in", "3\n1\n2\n")
                .then(session.commands()
                        .run(CommandRequest.of("sort in > out; echo $NAME; echo warn >&2")
                                .in("/mnt/data")
                                .environment("NAME", "é")))
                .flatMap(ran -> session.files().readText("/mnt/data/out").map(out -> Map.entry(ran, out))));

        assertThat(result.getKey().stdout()).isEqualTo("é\n");
        assertThat(result.getKey().stderr()).isEqualTo("warn\n");
        assertThat(result.getValue()).isEqualTo("1\n2\n3\n");
    }

    @Test
    void whatACommandMadeIsUploadedAndALinkItMadeIsNot() {
        var uploaded = inSession(session -> session.commands()
                .run("cd /mnt/data && echo made > made && ln -s /etc link && ln -s /etc/passwd passwd && mkfifo pipe")
                .then(session.sync().upload(UploadRequest.all().verified())));
        var found = inSession(session -> session.commands().run("ls -A /mnt/data"));

        assertThat(uploaded.verified()).isTrue();
        assertThat(found.stdout()).isEqualTo("made\n");
    }

    @Test
    void aCommandThatFailsAndCodeThatFailsAreErrors() {
        assertThatThrownBy(() -> inSession(session -> session.commands().run("echo no >&2; exit 7")))
                .isInstanceOfSatisfying(
                        CommandFailedException.class,
                        e -> assertThat(e.exitCode()).isEqualTo(7));
        assertThatThrownBy(() -> inSession(session -> session.commands().code(Language.PYTHON, "1 / 0")))
                .isInstanceOf(CodeFailedException.class)
                .hasMessageContaining("ZeroDivisionError");
    }

    @Test
    void codeTellsItsValueAndItsOutput() {
        var python = inSession(session -> session.commands().code(Language.PYTHON, "print('hi')\n6 * 7"));
        var script = inSession(session -> session.commands().code(Language.JAVASCRIPT, "console.log('hi'); 6 * 7"));

        assertThat(python.text()).isEqualTo("42");
        assertThat(python.stdout()).isEqualTo("hi\n");
        assertThat(script.text()).isEqualTo("42");
        assertThat(script.stdout()).isEqualTo("hi\n");
    }

    @Test
    void bytesTravelByCommandsWhereThereIsNoContextForTransfers() {
        local.faults().on("GetAndLoadInternalContext").httpStatus(400, "InvalidParameter");
        byte[] bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);

        var back = inSession(session -> session.files()
                .write("/mnt/data/big", Content.of(bytes))
                .then(session.files()
                        .read("/mnt/data/big")
                        .reduceWith(() -> ByteBuffer.allocate(bytes.length), ByteBuffer::put)));

        assertThat(back.array()).isEqualTo(bytes);
        assertThat(local.requests())
                .anyMatch(request -> request.fields().getOrDefault("Args", "").contains("> whole"));
    }

    @Test
    void looksAreTakenByCommands() {
        inSession(session -> session.files()
                .write("/mnt/data/a b/é", "x")
                .then(session.sync().upload(UploadRequest.all().verified())));

        assertThat(local.requests())
                .anyMatch(request -> request.fields().getOrDefault("Args", "").contains("find . -ignore_readdir_race"));
    }
}
