package io.agentbay.reactive;

import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.pipeline.CallFilter;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;

/** Collects what a client is made of, and fills the gaps from the environment. */
final class DefaultBuilder implements AgentBayClient.Builder {

    private final Function<String, @Nullable String> environment;
    private final List<CallFilter> filters = new ArrayList<>();
    private @Nullable String apiKey;
    private @Nullable String endpoint;
    private @Nullable String region;
    private @Nullable ClientOptions options;
    private Clock clock = Clock.systemUTC();
    private UnaryOperator<HttpClient> httpClient = UnaryOperator.identity();
    private @Nullable MeterRegistry meters;
    private @Nullable ObservationRegistry observations;
    private @Nullable CircuitBreakerRegistry breakers;
    private @Nullable RetryRegistry retries;

    DefaultBuilder(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    @Override
    public AgentBayClient.Builder apiKey(String key) {
        apiKey = Objects.requireNonNull(key, "key");
        return this;
    }

    @Override
    public AgentBayClient.Builder endpoint(String hostPortOrUri) {
        endpoint = Objects.requireNonNull(hostPortOrUri, "hostPortOrUri");
        return this;
    }

    @Override
    public AgentBayClient.Builder region(String id) {
        region = Objects.requireNonNull(id, "region");
        return this;
    }

    @Override
    public AgentBayClient.Builder options(ClientOptions values) {
        options = Objects.requireNonNull(values, "options");
        return this;
    }

    @Override
    public AgentBayClient.Builder filter(CallFilter filter) {
        filters.add(Objects.requireNonNull(filter, "filter"));
        return this;
    }

    @Override
    public AgentBayClient.Builder clock(Clock wall) {
        clock = Objects.requireNonNull(wall, "clock");
        return this;
    }

    @Override
    public AgentBayClient.Builder httpClient(UnaryOperator<HttpClient> change) {
        httpClient = Objects.requireNonNull(change, "change");
        return this;
    }

    @Override
    public AgentBayClient.Builder meterRegistry(MeterRegistry registry) {
        meters = Objects.requireNonNull(registry, "registry");
        return this;
    }

    @Override
    public AgentBayClient.Builder observationRegistry(ObservationRegistry registry) {
        observations = Objects.requireNonNull(registry, "registry");
        return this;
    }

    @Override
    public AgentBayClient.Builder circuitBreakerRegistry(CircuitBreakerRegistry registry) {
        breakers = Objects.requireNonNull(registry, "registry");
        return this;
    }

    @Override
    public AgentBayClient.Builder retryRegistry(RetryRegistry registry) {
        retries = Objects.requireNonNull(registry, "registry");
        return this;
    }

    @Override
    public AgentBayClient build() {
        throw new UnsupportedOperationException();
    }
}
