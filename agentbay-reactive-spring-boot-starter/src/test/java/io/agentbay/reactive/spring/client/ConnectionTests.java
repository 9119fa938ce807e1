package io.agentbay.reactive.spring.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.LocalOptions;
import io.agentbay.reactive.spring.Contexts;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;

/** How a client finds its service, and whom it trusts. */
class ConnectionTests {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    private Path data;

    @Test
    void endpointAndKeyComeFromProperties() {
        try (var service = AgentBayLocal.start(data)) {
            Contexts.bare()
                    .withPropertyValues(
                            "agentbay.endpoint=" + service.endpoint(), "agentbay.api-key=" + service.apiKey())
                    .run(context -> assertWorks(context.getBean(AgentBayClient.class)));
        }
    }

    @Test
    void connectionDetailsOfTheApplicationGoBeforeProperties() {
        try (var service = AgentBayLocal.start(data)) {
            Contexts.keyed()
                    .withPropertyValues("agentbay.endpoint=http://127.0.0.1:1", "agentbay.local.enabled=true")
                    .withBean(
                            AgentBayConnectionDetails.class,
                            () -> new Given(service.apiKey(), service.endpoint().toString()))
                    .run(context -> {
                        assertThat(context).hasNotFailed().doesNotHaveBean(AgentBayLocal.class);
                        assertWorks(context.getBean(AgentBayClient.class));
                    });
        }
    }

    @Test
    void anSslBundleSaysWhomToTrust() {
        try (var service = AgentBayLocal.start(data, LocalOptions.defaults().https())) {
            Contexts.bare()
                    .withPropertyValues(
                            "agentbay.endpoint=" + service.endpoint(),
                            "agentbay.api-key=" + service.apiKey(),
                            "agentbay.ssl.bundle=agentbay",
                            "spring.ssl.bundle.pem.agentbay.truststore.certificate=file:"
                                    + data.resolve("tls").resolve("agentbay-local.pem"))
                    .run(context -> assertWorks(context.getBean(AgentBayClient.class)));
        }
    }

    @Test
    void withoutTheBundleTheCertificateIsNotTrusted() {
        try (var service = AgentBayLocal.start(data, LocalOptions.defaults().https())) {
            Contexts.bare()
                    .withPropertyValues(
                            "agentbay.endpoint=" + service.endpoint(),
                            "agentbay.api-key=" + service.apiKey(),
                            "agentbay.resilience.max-attempts=1")
                    .run(context -> StepVerifier.create(context.getBean(AgentBayClient.class)
                                    .contexts()
                                    .getOrCreate("hidden"))
                            .expectErrorSatisfies(
                                    error -> assertThat(error).hasMessageContaining("No trusted connection"))
                            .verify(LIMIT));
        }
    }

    @Test
    void aBundleThatIsNotThereIsNamed() {
        Contexts.keyed()
                .withPropertyValues("agentbay.ssl.bundle=nowhere")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("nowhere"));
    }

    private static void assertWorks(AgentBayClient client) {
        StepVerifier.create(client.contexts().getOrCreate("reached"))
                .assertNext(context -> assertThat(context.name()).isEqualTo("reached"))
                .expectComplete()
                .verify(LIMIT);
    }

    private record Given(String apiKey, String endpoint) implements AgentBayConnectionDetails {}
}
