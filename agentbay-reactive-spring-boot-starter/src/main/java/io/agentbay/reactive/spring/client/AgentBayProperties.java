package io.agentbay.reactive.spring.client;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an application's configuration says of its AgentBay client. What is not set is what a client without Spring
 * takes: the environment variable of the same meaning, then the client's default.
 *
 * @param apiKey API key. Environment variable AGENTBAY_API_KEY. Shown nowhere.
 * @param endpoint Where the service is: host, host:port (called by HTTPS) or a full URI. Environment variable
 *     AGENTBAY_ENDPOINT.
 * @param region Region in which sessions and contexts are made. By default the service's choice.
 * @param timeouts How long things may take.
 * @param resilience How the client protects the service and itself.
 * @param connections How connections are kept.
 * @param plainHttpHosts Hosts beyond this machine that may be called without TLS, which shows the API key to the network.
 * @param ssl Whom the client trusts.
 * @param shutdownGrace How long the end of the application waits for sessions being saved; never longer than
 *     spring.lifecycle.timeout-per-shutdown-phase allows.
 * @param maxText How much readText reads at most.
 */
@ConfigurationProperties("agentbay")
public record AgentBayProperties(
        @Nullable String apiKey,
        @Nullable String endpoint,
        @Nullable String region,
        @DefaultValue Timeouts timeouts,
        @DefaultValue Resilience resilience,
        @DefaultValue Connections connections,
        @DefaultValue Set<String> plainHttpHosts,
        @DefaultValue Ssl ssl,
        @DefaultValue("30s") Duration shutdownGrace,
        @DefaultValue("8MB") DataSize maxText) {

    /** Without the key. */
    @Override
    public String toString() {
        return "AgentBayProperties[endpoint=" + endpoint + ", region=" + region + ", apiKey="
                + (apiKey == null ? "none" : "hidden") + "]";
    }

    /**
     * How long things may take.
     *
     * @param attempt How long one attempt of a call may take, its whole answer included.
     * @param call How long a call with all of its attempts and pauses may take.
     * @param sync How long a sync waits while the service shows no change at all.
     * @param close How long the release of a session may take once it is saved.
     */
    public record Timeouts(
            @DefaultValue("60s") Duration attempt,
            @DefaultValue("3m") Duration call,
            @DefaultValue("10m") Duration sync,
            @DefaultValue("5m") Duration close) {}

    /**
     * How the client protects the service and itself.
     *
     * @param maxAttempts How often a call that may be repeated is tried at most; 1 is without retries.
     * @param firstPause Pause before the second attempt; doubled each time, give or take half.
     * @param longestPause Longest pause before an attempt that the service did not ask for.
     * @param maxConcurrentCalls How many calls may be in flight at once; further ones wait in order.
     * @param maxWaitingCalls How many calls may wait for their turn; further ones are rejected.
     * @param callsPerSecond How many attempts may begin per second; 0 sets no limit.
     * @param pollsPerSecond How many polls of running syncs all sessions may send per second.
     */
    public record Resilience(
            @DefaultValue("3") int maxAttempts,
            @DefaultValue("200ms") Duration firstPause,
            @DefaultValue("10s") Duration longestPause,
            @DefaultValue("1000") int maxConcurrentCalls,
            @DefaultValue("100000") int maxWaitingCalls,
            @DefaultValue("0") int callsPerSecond,
            @DefaultValue("100") int pollsPerSecond) {}

    /**
     * How connections are kept.
     *
     * @param maxConnections How many connections for calls may be open.
     * @param maxPending How many calls may wait for a connection.
     * @param maxTransfers How many connections for the content of files may be open.
     * @param acquireTimeout How long a call waits for a connection.
     * @param connectTimeout How long connecting may take.
     * @param tlsTimeout How long the TLS handshake may take.
     * @param maxIdleTime After which idle time a connection is closed; to be shorter than the service's.
     * @param maxLifeTime After which time a connection is no longer used, so that changes of names are seen.
     */
    public record Connections(
            @DefaultValue("1000") int maxConnections,
            @DefaultValue("10000") int maxPending,
            @DefaultValue("64") int maxTransfers,
            @DefaultValue("10s") Duration acquireTimeout,
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("10s") Duration tlsTimeout,
            @DefaultValue("20s") Duration maxIdleTime,
            @DefaultValue("5m") Duration maxLifeTime) {}

    /**
     * Whom the client trusts.
     *
     * @param bundle Name of the SSL bundle with the certificates to trust and, where the service asks for one, to show.
     *     By default those of the JDK are trusted.
     */
    public record Ssl(@Nullable String bundle) {}
}
