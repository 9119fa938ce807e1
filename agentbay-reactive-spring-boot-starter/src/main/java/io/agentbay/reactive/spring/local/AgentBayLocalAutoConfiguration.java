package io.agentbay.reactive.spring.local;

import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.LocalOptions;
import io.agentbay.reactive.spring.client.AgentBayClientAutoConfiguration;
import io.agentbay.reactive.spring.client.AgentBayConnectionDetails;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * AgentBay inside the application, where {@code agentbay.local.enabled=true} asks for it and {@code
 * agentbay-reactive-local} is there. A bean of type {@link AgentBayLocal} of the application's own takes its place.
 */
@AutoConfiguration(before = AgentBayClientAutoConfiguration.class)
@ConditionalOnClass(AgentBayLocal.class)
@ConditionalOnProperty("agentbay.local.enabled")
@EnableConfigurationProperties(AgentBayLocalProperties.class)
public class AgentBayLocalAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean({AgentBayLocal.class, AgentBayConnectionDetails.class})
    EmbeddedService embeddedAgentBay(
            AgentBayLocalProperties properties, ObjectProvider<LocalOptionsCustomizer> customizers) {
        var options = customizers
                .orderedStream()
                .reduce(
                        LocalOptions.defaults().port(properties.port()),
                        (some, customizer) -> customizer.customize(some),
                        (first, second) -> second);
        return EmbeddedService.start(properties.data(), options);
    }

    /** Ended by the one who started it, which also clears up after it. */
    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean({AgentBayLocal.class, AgentBayConnectionDetails.class})
    AgentBayLocal agentBayLocal(EmbeddedService service) {
        return service.service();
    }

    @Bean
    @ConditionalOnMissingBean(AgentBayConnectionDetails.class)
    AgentBayConnectionDetails embeddedAgentBayConnectionDetails(AgentBayLocal service) {
        return new LocalConnectionDetails(service);
    }
}
