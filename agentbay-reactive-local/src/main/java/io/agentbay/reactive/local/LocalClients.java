package io.agentbay.reactive.local;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.config.ClientOptions;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Clients of one embedded service: as many as asked for, and the one that ends with it. */
final class LocalClients {

    private final URI endpoint;
    private final String apiKey;
    private final UnaryOperator<HttpClient> trust;
    private @Nullable AgentBayClient shared;

    LocalClients(URI endpoint, String apiKey, UnaryOperator<HttpClient> trust) {
        this.endpoint = endpoint;
        this.apiKey = apiKey;
        this.trust = trust;
    }

    AgentBayClient.Builder builder() {
        return AgentBayClient.builder()
                .endpoint(endpoint.toString())
                .apiKey(apiKey)
                .httpClient(trust);
    }

    synchronized AgentBayClient shared() {
        if (shared == null) {
            shared = builder().build();
        }
        return shared;
    }

    /** Shuts the shared client down; its error, if a session could not be saved, is the caller's to show. */
    Mono<Void> shutdown() {
        return Mono.defer(() -> {
            AgentBayClient client = existing();
            return client == null
                    ? Mono.empty()
                    : client.shutdown(ClientOptions.defaults().shutdownGrace());
        });
    }

    private synchronized @Nullable AgentBayClient existing() {
        return shared;
    }
}
