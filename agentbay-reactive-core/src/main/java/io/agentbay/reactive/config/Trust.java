package io.agentbay.reactive.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a client trusts with the API key and with content. Immutable; each call with an argument returns a new value.
 */
public final class Trust {

    static final Trust DEFAULTS = new Trust(null, Set.of());

    private final @Nullable Path certificates;
    private final Set<String> plainHttpHosts;

    private Trust(@Nullable Path certificates, Set<String> plainHttpHosts) {
        this.certificates = certificates;
        this.plainHttpHosts = plainHttpHosts;
    }

    /** Returns the PEM file of trusted certificates, or null for those the JDK trusts, which is the default. */
    public @Nullable Path certificates() {
        return certificates;
    }

    /** Returns these options trusting the certificates of a PEM file, which is read when the client is built. */
    public Trust certificates(Path pemFile) {
        return new Trust(Objects.requireNonNull(pemFile, "pemFile"), plainHttpHosts);
    }

    /** Returns the hosts beyond this machine that may be called without TLS; none by default. */
    public Set<String> plainHttpHosts() {
        return plainHttpHosts;
    }

    /** Returns these options allowing plain HTTP, which shows the API key to the network, to one more host. */
    public Trust plainHttpTo(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        var all = Stream.concat(plainHttpHosts.stream(), Stream.of(name)).collect(Collectors.toUnmodifiableSet());
        return new Trust(certificates, all);
    }
}
