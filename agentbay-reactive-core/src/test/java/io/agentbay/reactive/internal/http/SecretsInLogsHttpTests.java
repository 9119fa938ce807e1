package io.agentbay.reactive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** Everything a client prints, with every logger at its most talkative, is searched for what must stay secret. */
class SecretsInLogsHttpTests {

    private static final String SIGNATURE = "sgn-also-secret-9876543210";

    @TempDir
    Path directory;

    @Test
    void neitherKeyNorSignatureIsEverPrinted() throws Exception {
        try (var peer = Peer.answering((request, response) -> request.uri().startsWith("/drop")
                ? Peer.cut(response)
                : request.uri().startsWith("/ws")
                        ? response.sendWebsocket((in, out) -> out.sendString(Mono.just("pushed")))
                        : request.receive()
                                .then()
                                .then(response.sendString(Mono.just("ok")).then()))) {
            var printed = run(peer.uri("").toString());
            assertThat(printed)
                    .contains("told: 200 (2 bytes)", "told: [pushed]", "DEBUG reactor.netty", "wiretap is turned off")
                    .contains("announced with 4 bytes")
                    .doesNotContain(Peer.KEY, SIGNATURE);
            assertThat(peer.requests).hasValueGreaterThanOrEqualTo(6);
        }
    }

    @Test
    void aCancelIsNothingToWarnOf() throws Exception {
        try (var peer = Peer.answering((request, response) -> request.uri().startsWith("/never")
                ? request.receive().then(Mono.never())
                : request.receive()
                        .then()
                        .then(response.sendString(Mono.just("ok")).then()))) {
            var printed = run(peer.uri("").toString());
            var cancelling = printed.substring(printed.indexOf("cancelling"));
            assertThat(cancelling.lines().filter(line -> line.equals("told: cancelled")))
                    .hasSize(4);
            assertThat(cancelling).doesNotContain("The connection observed an error");
        }
    }

    private String run(String server) throws IOException, InterruptedException {
        var output = directory.resolve("output.txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                        TalkativeClient.class.getName(),
                        server,
                        Peer.KEY,
                        SIGNATURE)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output);
    }
}
