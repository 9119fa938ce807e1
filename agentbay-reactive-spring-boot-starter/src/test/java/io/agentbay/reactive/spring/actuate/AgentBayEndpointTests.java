package io.agentbay.reactive.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.spring.Contexts;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AgentBayEndpointTests {

    private final ApplicationContextRunner application =
            Contexts.embedded().withPropertyValues("management.endpoints.web.exposure.include=agentbay");

    @Test
    void itIsThereOnlyWhereItIsExposed() {
        application.run(context -> assertThat(context).hasSingleBean(AgentBayEndpoint.class));
        Contexts.embedded().run(context -> assertThat(context).doesNotHaveBean(AgentBayEndpoint.class));
    }

    @Test
    void whatIsUnderWayIsListedUntilItEnds() {
        application.run(context -> {
            var client = context.getBean(AgentBayClient.class);
            var endpoint = context.getBean(AgentBayEndpoint.class);
            var stuck = context.getBean(AgentBayLocal.class).faults().onUpload("/mnt/data");
            var session = Objects.requireNonNull(client.contexts()
                    .getOrCreate("under-way")
                    .flatMap(made -> client.sessions().create(SessionRequest.mounting(made, "/mnt/data")))
                    .block());
            session.files().write("/mnt/data/a.txt", "a").block();
            stuck.stick();

            var upload = session.sync().upload().subscribe();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(endpoint.picture().operations())
                            .extracting(active -> active.operation().kind())
                            .contains(Operation.Kind.UPLOAD));
            assertThat(endpoint.picture().sessions())
                    .singleElement()
                    .satisfies(owned -> assertThat(owned.unsavedMounts()).containsExactly("/mnt/data"));

            upload.dispose();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() ->
                            assertThat(endpoint.picture().activeOperations()).isZero());
            context.getBean(AgentBayLocal.class).faults().clear();
        });
    }
}
