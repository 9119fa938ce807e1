package io.agentbay.reactive.config;

import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Everything about a client that has a default. Immutable; each call with an argument returns a new value.
 *
 * <p>{@code ClientOptions.defaults().timeouts(t -> t.attempt(Duration.ofSeconds(10))).shutdownGrace(..)}
 */
public final class ClientOptions {

    private static final ClientOptions DEFAULTS = new ClientOptions(
            Timeouts.DEFAULTS,
            Resilience.DEFAULTS,
            Connections.DEFAULTS,
            Trust.DEFAULTS,
            Duration.ofSeconds(30),
            8 * 1024 * 1024,
            false);

    private final Timeouts timeouts;
    private final Resilience resilience;
    private final Connections connections;
    private final Trust trust;
    private final Duration shutdownGrace;
    private final int maxTextBytes;
    private final boolean honoursPatterns;

    private ClientOptions(
            Timeouts timeouts,
            Resilience resilience,
            Connections connections,
            Trust trust,
            Duration shutdownGrace,
            int maxTextBytes,
            boolean honoursPatterns) {
        this.timeouts = Objects.requireNonNull(timeouts, "timeouts");
        this.resilience = Objects.requireNonNull(resilience, "resilience");
        this.connections = Objects.requireNonNull(connections, "connections");
        this.trust = Objects.requireNonNull(trust, "trust");
        this.shutdownGrace = shutdownGrace;
        this.maxTextBytes = maxTextBytes;
        this.honoursPatterns = honoursPatterns;
    }

    /** Returns the options a client has when nothing is said. */
    public static ClientOptions defaults() {
        return DEFAULTS;
    }

    /** Returns how long things may take. */
    public Timeouts timeouts() {
        return timeouts;
    }

    /** Returns these options with other timeouts. */
    public ClientOptions timeouts(UnaryOperator<Timeouts> change) {
        return new ClientOptions(
                change.apply(timeouts), resilience, connections, trust, shutdownGrace, maxTextBytes, honoursPatterns);
    }

    /** Returns how the client protects the service and itself. */
    public Resilience resilience() {
        return resilience;
    }

    /** Returns these options with other limits and retries. */
    public ClientOptions resilience(UnaryOperator<Resilience> change) {
        return new ClientOptions(
                timeouts, change.apply(resilience), connections, trust, shutdownGrace, maxTextBytes, honoursPatterns);
    }

    /** Returns how connections are kept. */
    public Connections connections() {
        return connections;
    }

    /** Returns these options with other connections. */
    public ClientOptions connections(UnaryOperator<Connections> change) {
        return new ClientOptions(
                timeouts, resilience, change.apply(connections), trust, shutdownGrace, maxTextBytes, honoursPatterns);
    }

    /** Returns whom the client trusts. */
    public Trust trust() {
        return trust;
    }

    /** Returns these options with other trust. */
    public ClientOptions trust(UnaryOperator<Trust> change) {
        return new ClientOptions(
                timeouts, resilience, connections, change.apply(trust), shutdownGrace, maxTextBytes, honoursPatterns);
    }

    /** Returns how long {@code close()} of a client waits for sessions being saved; 30 seconds by default. */
    public Duration shutdownGrace() {
        return shutdownGrace;
    }

    /**
     * Returns these options with another {@link #shutdownGrace()}; zero waits for nothing.
     *
     * @throws IllegalArgumentException if {@code grace} is negative
     */
    public ClientOptions shutdownGrace(Duration grace) {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("shutdownGrace must not be negative: " + grace);
        }
        return new ClientOptions(timeouts, resilience, connections, trust, grace, maxTextBytes, honoursPatterns);
    }

    /** Returns how many bytes {@code readText} reads at most; 8 MiB by default. */
    public int maxTextBytes() {
        return maxTextBytes;
    }

    /**
     * Returns these options with another {@link #maxTextBytes()}.
     *
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public ClientOptions maxTextBytes(int count) {
        return new ClientOptions(
                timeouts,
                resilience,
                connections,
                trust,
                shutdownGrace,
                Checks.atLeastOne(count, "maxTextBytes"),
                honoursPatterns);
    }

    /**
     * Returns whether the service is known to honour patterns in policies although it is not on this machine; false by
     * default. The service at a loopback address always counts as one that does.
     */
    public boolean honoursPatterns() {
        return honoursPatterns;
    }

    /**
     * Returns these options for an embedded service, or one like it, on another machine: {@code Selector.matching(..)}
     * is accepted in policies. The cloud itself takes exact paths only.
     */
    public ClientOptions honouringPatterns() {
        return new ClientOptions(timeouts, resilience, connections, trust, shutdownGrace, maxTextBytes, true);
    }
}
