package io.agentbay.reactive.local.official;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.LocalOptions;
import io.agentbay.reactive.session.SessionRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;

/** The published official SDK, unmodified, over HTTPS, in a JVM that trusts nothing but the service's trust store. */
class OfficialSdkHttpTests {

    @TempDir
    Path data;

    @TempDir
    Path logs;

    private AgentBayLocal local;

    @BeforeEach
    void start() {
        local = AgentBayLocal.start(data, LocalOptions.defaults().https());
    }

    @AfterEach
    void stop() {
        local.close();
    }

    @Test
    void whatItKeptInOneSessionItReadsInTheNext() throws Exception {
        assertThat(run("official-context")).contains("context=SdkCtx-");
        assertThat(local.requests())
                .extracting(AgentBayLocal.Request::action)
                .contains("GetContext", "CreateMcpSession", "CallMcpTool", "SyncContext", "ReleaseMcpSession");
    }

    @Test
    void whatItKeptOurClientReads() throws Exception {
        String id = run("shared-context")
                .lines()
                .filter(line -> line.startsWith("context="))
                .findFirst()
                .orElseThrow();
        var client = local.client();
        var work = client.contexts().get("shared-context").flatMap(context -> {
            assertThat("context=" + context.id().value()).isEqualTo(id);
            return client.sessions()
                    .use(
                            SessionRequest.mounting(context, OfficialSdkProgram.PATH),
                            session -> session.files().readText(OfficialSdkProgram.PATH + "/kept.txt"));
        });
        StepVerifier.create(work)
                .expectNext(OfficialSdkProgram.TEXT)
                .expectComplete()
                .verify(Duration.ofSeconds(60));
    }

    private String run(String context) throws IOException, InterruptedException {
        Path file = logs.resolve("output.txt");
        Process process = new ProcessBuilder(command(context))
                .directory(logs.toFile())
                .redirectErrorStream(true)
                .redirectOutput(file.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        String output = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(ended).as(output).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private List<String> command(String context) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Djavax.net.ssl.trustStore=" + data.resolve("tls/truststore.p12"),
                "-Djavax.net.ssl.trustStorePassword=agentbay",
                "-cp",
                System.getProperty("java.class.path"),
                OfficialSdkProgram.class.getName(),
                local.endpoint().getAuthority(),
                local.apiKey(),
                context);
    }
}
