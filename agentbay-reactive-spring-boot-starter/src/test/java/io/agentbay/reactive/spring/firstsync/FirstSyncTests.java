package io.agentbay.reactive.spring.firstsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;

/** The README's application, run as its reader runs it: the starter, and {@code agentbay.local.enabled=true}. */
class FirstSyncTests {

    private static final Path SOURCE = Path.of("src/test/java/io/agentbay/reactive/spring/firstsync/FirstSync.java");
    private static final Path README = Path.of("../README.md");
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static ConfigurableApplicationContext application;
    private static WebClient web;

    @BeforeAll
    static void start() {
        application = SpringApplication.run(
                FirstSync.class,
                "--agentbay.local.enabled=true",
                "--server.port=0",
                "--management.endpoints.web.exposure.include=*",
                "--management.endpoint.health.show-details=always");
        web = WebClient.create(
                "http://localhost:" + application.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void itStreamsItsFirstSync() {
        var events = Objects.requireNonNull(web.get()
                .uri("/sync")
                .retrieve()
                .bodyToFlux(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .collectList()
                .block(LIMIT));
        assertThat(events).first().extracting(ServerSentEvent::event).isEqualTo("started");
        assertThat(events).last().extracting(ServerSentEvent::event).isEqualTo("completed");
        assertThat(events).extracting(FirstSyncTests::kind).contains("SESSION_CREATE", "UPLOAD", "SESSION_CLOSE");

        var client = application.getBean(AgentBayClient.class);
        assertThat(client.contexts()
                        .get("my-project")
                        .flatMap(context -> client.contexts().files(context).readText("/mnt/data/hello.txt"))
                        .block(LIMIT))
                .isEqualTo("Hello");
    }

    @Test
    void itTellsItsHealthItsActivityAndItsMeters() {
        assertThat(get("/actuator/health")).contains("\"agentbay\":{").contains("\"status\":\"UP\"");
        assertThat(get("/actuator/agentbay")).contains("\"activeOperations\":").contains("\"sessions\":[");
        assertThat(get("/actuator/metrics")).contains("agentbay.calls");
        assertThat(get("/actuator/configprops")).doesNotContain("akm-");
    }

    @Test
    void theReadmeShowsItAndItIsShort() throws IOException {
        var source = Files.readAllLines(SOURCE);
        var shown =
                source.subList(source.indexOf("// tag::application[]") + 1, source.indexOf("// end::application[]"));
        assertThat(Files.readString(README)).contains(String.join("\n", shown));
        assertThat(shown.stream().filter(line -> !line.isBlank() && !line.startsWith("import")))
                .hasSizeLessThan(30);
    }

    private static String get(String path) {
        return Objects.requireNonNull(
                web.get().uri(path).retrieve().bodyToMono(String.class).block(LIMIT));
    }

    private static Object kind(ServerSentEvent<Map<String, Object>> event) {
        var operation = (Map<?, ?>) Objects.requireNonNull(event.data()).get("operation");
        return operation.get("kind");
    }
}
