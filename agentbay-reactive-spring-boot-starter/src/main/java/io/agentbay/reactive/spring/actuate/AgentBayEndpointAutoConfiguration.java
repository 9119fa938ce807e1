package io.agentbay.reactive.spring.actuate;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.spring.client.AgentBayClientAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/** The actuator endpoint {@code agentbay}, where it is exposed. */
@AutoConfiguration(after = AgentBayClientAutoConfiguration.class)
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnSingleCandidate(AgentBayClient.class)
public class AgentBayEndpointAutoConfiguration {

    @Bean
    @ConditionalOnAvailableEndpoint(AgentBayEndpoint.class)
    @ConditionalOnMissingBean
    AgentBayEndpoint agentBayEndpoint(AgentBayClient client) {
        return new AgentBayEndpoint(client);
    }
}
