package io.agentbay.reactive.spring.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The embedded service of an application.
 *
 * @param enabled Whether AgentBay runs inside the application, and the client works with it: no key, no network. Then
 *     agentbay.api-key, agentbay.endpoint, agentbay.region and agentbay.ssl are not looked at.
 * @param data Directory that keeps the contexts. By default a temporary one that goes with the application.
 * @param port Port it listens on, on loopback only; 0 takes any free one.
 */
@ConfigurationProperties("agentbay.local")
public record AgentBayLocalProperties(
        @DefaultValue("false") boolean enabled,
        @Nullable Path data,
        @DefaultValue("0") int port) {}
