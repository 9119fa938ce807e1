package io.agentbay.reactive.spring.client;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** What {@code agentbay.*} says of the service. */
final class PropertiesConnectionDetails implements AgentBayConnectionDetails {

    private final AgentBayProperties properties;
    private final @Nullable SslBundles bundles;

    PropertiesConnectionDetails(AgentBayProperties properties, @Nullable SslBundles bundles) {
        this.properties = properties;
        this.bundles = bundles;
    }

    @Override
    public @Nullable String apiKey() {
        return properties.apiKey();
    }

    @Override
    public @Nullable String endpoint() {
        return properties.endpoint();
    }

    @Override
    public @Nullable String region() {
        return properties.region();
    }

    @Override
    public @Nullable SslBundle sslBundle() {
        var name = properties.ssl().bundle();
        if (name == null) {
            return null;
        }
        if (bundles == null) {
            throw new IllegalStateException("agentbay.ssl.bundle is '" + name + "', but there are no SSL bundles.");
        }
        return bundles.getBundle(name);
    }
}
