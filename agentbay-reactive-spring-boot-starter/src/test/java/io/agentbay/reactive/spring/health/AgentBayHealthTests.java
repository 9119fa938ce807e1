package io.agentbay.reactive.spring.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.spring.Contexts;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.core.publisher.Flux;

class AgentBayHealthTests {

    private final ApplicationContextRunner application =
            Contexts.embedded().withPropertyValues("agentbay.resilience.max-attempts=1", "agentbay.health.timeout=1m");

    @Test
    void aServiceThatAnswersIsUp() {
        application.run(context -> assertThat(health(context).getStatus()).isEqualTo(Status.UP));
    }

    @Test
    void whoeverAsksWithinTheIntervalSharesOneAnswer() {
        application.withPropertyValues("agentbay.health.interval=1h").run(context -> {
            var indicator = context.getBean(ReactiveHealthIndicator.class);
            Flux.range(0, 50).flatMap(n -> indicator.health(), 50).blockLast();
            assertThat(context.getBean(AgentBayLocal.class).requests()).hasSize(1);
        });
    }

    @Test
    void itAsksAgainAfterTheInterval() {
        application.withPropertyValues("agentbay.health.interval=1ms").run(context -> {
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
            failing(context);
            await(context, Status.DOWN);
        });
    }

    @Test
    void aServiceThatFailsIsDownAndSaysWhy() {
        application.run(context -> {
            failing(context);
            var health = health(context);
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails())
                    .containsEntry("code", "ServiceUnavailable")
                    .containsKey("requestId")
                    .extracting("error")
                    .asString()
                    .startsWith("UnavailableException");
        });
    }

    @Test
    void aServiceThatThrottlesIsUp() {
        application.run(context -> {
            context.getBean(AgentBayLocal.class).faults().on("ListContexts").throttle(Duration.ofSeconds(1));
            var health = health(context);
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails()).containsEntry("throttled", true);
        });
    }

    @Test
    void aServiceThatDoesNotAnswerIsDownWithinTheTimeout() {
        application.withPropertyValues("agentbay.health.timeout=200ms").run(context -> {
            context.getBean(AgentBayLocal.class).faults().on("ListContexts").delay(Duration.ofMinutes(1));
            assertThat(health(context).getDetails())
                    .extracting("error")
                    .asString()
                    .startsWith("DeadlineExceededException");
            context.getBean(AgentBayLocal.class).faults().clear();
        });
    }

    @Test
    void sessionsAreCountedWithoutACall() {
        application.run(context -> {
            var client = context.getBean(AgentBayClient.class);
            assertThat(health(context).getDetails())
                    .containsEntry("sessions", 0)
                    .containsEntry("unsavedSessions", 0L);
            var session = Objects.requireNonNull(client.contexts()
                    .getOrCreate("counted")
                    .flatMap(made -> client.sessions().create(SessionRequest.mounting(made, "/mnt/data")))
                    .block());
            session.files().write("/mnt/data/a.txt", "a").block();
            assertThat(health(context).getDetails())
                    .containsEntry("sessions", 1)
                    .containsEntry("unsavedSessions", 1L);
        });
    }

    @Test
    void itCanBeTurnedOff() {
        application
                .withPropertyValues("management.health.agentbay.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(ReactiveHealthIndicator.class));
    }

    private static void failing(AssertableApplicationContext context) {
        context.getBean(AgentBayLocal.class).faults().on("ListContexts").httpStatus(503, "ServiceUnavailable");
    }

    private static Health health(AssertableApplicationContext context) {
        return Objects.requireNonNull(
                context.getBean(ReactiveHealthIndicator.class).health().block());
    }

    private static void await(AssertableApplicationContext context, Status status) {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(health(context).getStatus()).isEqualTo(status));
    }
}
