package io.agentbay.reactive.spring.lifecycle;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.spring.client.AgentBayClientAutoConfiguration;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Saves and closes the client's sessions when the application ends, within the options' {@code shutdownGrace} and what
 * {@code spring.lifecycle.timeout-per-shutdown-phase} allows, less a tenth to say what could not be saved.
 */
@AutoConfiguration(after = AgentBayClientAutoConfiguration.class)
@ConditionalOnSingleCandidate(AgentBayClient.class)
@ConditionalOnBean(ClientOptions.class)
public class AgentBayLifecycleAutoConfiguration {

    private static final Duration BOOT_DEFAULT = Duration.ofSeconds(30);

    @Bean
    ClientLifecycle agentBayClientLifecycle(AgentBayClient client, ClientOptions options, Environment environment) {
        var allowed = Binder.get(environment)
                .bind("spring.lifecycle.timeout-per-shutdown-phase", Duration.class)
                .orElse(BOOT_DEFAULT);
        var most = allowed.multipliedBy(9).dividedBy(10);
        var grace = options.shutdownGrace();
        return new ClientLifecycle(client, grace.compareTo(most) < 0 ? grace : most);
    }
}
