package io.agentbay.reactive.spring.health;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.config.CallOptions;
import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.ThrottledException;
import io.agentbay.reactive.session.OwnedSession;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/**
 * Whether the service answers this client: up when the newest answer to a small read is younger than the interval, else it
 * reads once more, for all who ask meanwhile. A service that throttles is up. How many sessions are open, and how many of
 * them hold something unsaved, is told but changes nothing.
 */
final class AgentBayHealthIndicator implements ReactiveHealthIndicator {

    private final AgentBayClient client;
    private final Mono<Health> answer;

    AgentBayHealthIndicator(AgentBayClient client, AgentBayHealthProperties properties) {
        this.client = client;
        this.answer = ask(properties.timeout()).cache(properties.interval());
    }

    @Override
    public Mono<Health> health() {
        return answer.map(this::withSessions);
    }

    private Mono<Health> ask(Duration limit) {
        return client.contexts()
                .list()
                .next()
                .contextWrite(CallOptions.deadline(limit))
                .then(Mono.fromSupplier(() -> Health.up().build()))
                .onErrorResume(
                        ThrottledException.class,
                        e -> Mono.just(Health.up().withDetail("throttled", true).build()))
                .onErrorResume(AgentBayException.class, e -> Mono.just(down(e)));
    }

    private static Health down(AgentBayException error) {
        var failure = error.toFailure();
        var health = Health.down().withDetail("error", failure.type() + ": " + failure.message());
        if (failure.code() != null) {
            health.withDetail("code", failure.code());
        }
        if (failure.requestId() != null) {
            health.withDetail("requestId", failure.requestId());
        }
        return health.build();
    }

    private Health withSessions(Health health) {
        var owned = client.sessions().owned();
        return Health.status(health.getStatus())
                .withDetails(health.getDetails())
                .withDetail("sessions", owned.size())
                .withDetail(
                        "unsavedSessions",
                        owned.stream()
                                .filter(AgentBayHealthIndicator::isUnsaved)
                                .count())
                .build();
    }

    private static boolean isUnsaved(OwnedSession session) {
        return !session.unsavedMounts().isEmpty();
    }
}
