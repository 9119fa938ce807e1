package io.agentbay.reactive.spring.health;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.spring.client.AgentBayClientAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;

/** The health indicator {@code agentbay}, unless {@code management.health.agentbay.enabled=false}. */
@AutoConfiguration(after = AgentBayClientAutoConfiguration.class)
@ConditionalOnClass(ReactiveHealthIndicator.class)
@ConditionalOnSingleCandidate(AgentBayClient.class)
@EnableConfigurationProperties(AgentBayHealthProperties.class)
public class AgentBayHealthAutoConfiguration {

    @Bean
    @ConditionalOnEnabledHealthIndicator("agentbay")
    @ConditionalOnMissingBean(name = {"agentbayHealthIndicator", "agentbayHealthContributor"})
    ReactiveHealthIndicator agentbayHealthIndicator(AgentBayClient client, AgentBayHealthProperties properties) {
        return new AgentBayHealthIndicator(client, properties);
    }
}
