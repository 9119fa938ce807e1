package io.agentbay.reactive.spring.client;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * Where the service is and how to be let in. A bean of this type replaces what {@code agentbay.*} says of it, for
 * instance in a test that starts a service of its own.
 */
public interface AgentBayConnectionDetails extends ConnectionDetails {

    /** The API key; null for the environment variable {@code AGENTBAY_API_KEY}. */
    @Nullable
    String apiKey();

    /** {@code host}, {@code host:port} or a full URI; null for the environment variable or the public service. */
    default @Nullable String endpoint() {
        return null;
    }

    /** The region; null for the environment variable or the service's choice. */
    default @Nullable String region() {
        return null;
    }

    /** Certificates to trust and to show; null for those of the JDK. */
    default @Nullable SslBundle sslBundle() {
        return null;
    }
}
