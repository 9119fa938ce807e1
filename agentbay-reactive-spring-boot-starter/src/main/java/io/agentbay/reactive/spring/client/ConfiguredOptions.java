package io.agentbay.reactive.spring.client;

import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.config.Connections;
import io.agentbay.reactive.config.Resilience;
import io.agentbay.reactive.config.Timeouts;
import io.agentbay.reactive.config.Trust;

/** The options of a client as the application's configuration says them. */
final class ConfiguredOptions {

    private final AgentBayProperties properties;

    ConfiguredOptions(AgentBayProperties properties) {
        this.properties = properties;
    }

    ClientOptions options() {
        return ClientOptions.defaults()
                .timeouts(this::timeouts)
                .resilience(this::resilience)
                .connections(this::connections)
                .trust(this::trust)
                .shutdownGrace(properties.shutdownGrace())
                .maxTextBytes(Math.toIntExact(properties.maxText().toBytes()));
    }

    private Timeouts timeouts(Timeouts defaults) {
        var said = properties.timeouts();
        return defaults.attempt(said.attempt())
                .call(said.call())
                .sync(said.sync())
                .close(said.close());
    }

    private Resilience resilience(Resilience defaults) {
        var said = properties.resilience();
        return defaults.maxAttempts(said.maxAttempts())
                .firstPause(said.firstPause())
                .longestPause(said.longestPause())
                .maxConcurrentCalls(said.maxConcurrentCalls())
                .maxWaitingCalls(said.maxWaitingCalls())
                .callsPerSecond(said.callsPerSecond())
                .pollsPerSecond(said.pollsPerSecond());
    }

    private Connections connections(Connections defaults) {
        var said = properties.connections();
        return defaults.maxConnections(said.maxConnections())
                .maxPending(said.maxPending())
                .maxTransfers(said.maxTransfers())
                .acquireTimeout(said.acquireTimeout())
                .connectTimeout(said.connectTimeout())
                .tlsTimeout(said.tlsTimeout())
                .maxIdleTime(said.maxIdleTime())
                .maxLifeTime(said.maxLifeTime());
    }

    private Trust trust(Trust defaults) {
        var trust = defaults;
        for (var host : properties.plainHttpHosts()) {
            trust = trust.plainHttpTo(host);
        }
        return trust;
    }
}
