package io.agentbay.reactive.spring.health;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the health of the service is found out.
 *
 * @param interval How long an answer of the service counts before it is asked again.
 * @param timeout How long the service may take to answer.
 */
@ConfigurationProperties("agentbay.health")
public record AgentBayHealthProperties(
        @DefaultValue("10s") Duration interval,
        @DefaultValue("5s") Duration timeout) {}
