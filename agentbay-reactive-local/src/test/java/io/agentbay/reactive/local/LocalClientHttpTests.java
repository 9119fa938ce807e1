package io.agentbay.reactive.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.session.SessionRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class LocalClientHttpTests {

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theClientOfTheServiceKeepsAFileFromOneSessionToTheNext(boolean https) {
        var options = https ? LocalOptions.defaults().https() : LocalOptions.defaults();
        try (var local = AgentBayLocal.start(data, options)) {
            AgentBayClient client = local.client();
            assertThat(local.client()).isSameAs(client);
            Mono<String> work = client.contexts().getOrCreate("kept").flatMap(context -> {
                var request = SessionRequest.mounting(context, "/mnt/data");
                Mono<Void> write = client.sessions()
                        .use(request, session -> session.files().write("/mnt/data/a.txt", "grüße"));
                return write.then(client.sessions()
                        .use(request, session -> session.files().readText("/mnt/data/a.txt")));
            });
            StepVerifier.create(work).expectNext("grüße").expectComplete().verify(Duration.ofSeconds(60));
        }
    }
}
