package io.agentbay.reactive;

import io.agentbay.reactive.common.ApiKey;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.internal.ClientAssembly;
import io.agentbay.reactive.internal.http.NettySettings;
import io.agentbay.reactive.internal.http.NettyTransport;
import io.agentbay.reactive.internal.http.PoolUse;
import io.agentbay.reactive.internal.pipeline.PipelineParts;
import io.agentbay.reactive.internal.runtime.DefaultClientRuntime;
import io.agentbay.reactive.observability.ClientMeter;
import io.agentbay.reactive.observability.ClientMeters;
import io.agentbay.reactive.observability.ClientObservations;
import io.agentbay.reactive.pipeline.CallFilter;
import io.agentbay.reactive.resilience.Breakers;
import io.agentbay.reactive.resilience.Retries;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
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
        if (!ClientObservations.isAvailable()) {
            throw new IllegalStateException(
                    "Observations need io.projectreactor:reactor-core-micrometer on the class path");
        }
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
        var key = key();
        var values = values();
        var uri = Endpoint.parse(text(endpoint, "AGENTBAY_ENDPOINT", Endpoint.DEFAULT), values.trust());
        var runtime = DefaultClientRuntime.create(clock);
        var transport = NettyTransport.create(NettySettings.of(values, key).customizer(httpClient));
        var parts = parts(runtime, transport, values);
        var release = Mono.defer(transport::close).then(Mono.defer(runtime::close));
        return new DefaultAgentBayClient(ClientAssembly.of(parts, uri, region(), release), values.shutdownGrace());
    }

    private PipelineParts parts(DefaultClientRuntime runtime, NettyTransport transport, ClientOptions values) {
        return new PipelineParts(
                runtime,
                transport,
                values,
                filters,
                Retries.of(retries, values.resilience(), runtime.random()),
                Breakers.of(breakers, runtime::nanos),
                meters(runtime, transport),
                observations == null ? null : ClientObservations.of(observations));
    }

    private ClientMeters meters(DefaultClientRuntime runtime, NettyTransport transport) {
        var made = ClientMeters.of(meters, runtime::nanos);
        show(made, "calls", transport::callPool);
        show(made, "transfers", transport::transferPool);
        return made;
    }

    private static void show(ClientMeters meters, String pool, Supplier<PoolUse> use) {
        meters.gauge(ClientMeter.CONNECTIONS, () -> use.get().active(), pool, "active");
        meters.gauge(ClientMeter.CONNECTIONS, () -> use.get().idle(), pool, "idle");
        meters.gauge(ClientMeter.CONNECTIONS, () -> use.get().pending(), pool, "pending");
    }

    private ApiKey key() {
        var text = text(apiKey, "AGENTBAY_API_KEY", "");
        if (text.isEmpty()) {
            throw new IllegalStateException(
                    "There is no API key: set the environment variable AGENTBAY_API_KEY or call apiKey(..)");
        }
        return ApiKey.of(text);
    }

    private @Nullable String region() {
        var text = text(region, "AGENTBAY_REGION_ID", "");
        return text.isEmpty() ? null : text;
    }

    /** The environment stands in for an attempt timeout that nobody chose. */
    private ClientOptions values() {
        var base = options == null ? ClientOptions.defaults() : options;
        var text = text(null, "AGENTBAY_TIMEOUT_MS", "");
        var chosen = base.timeouts().attempt();
        boolean free = chosen.equals(ClientOptions.defaults().timeouts().attempt());
        return text.isEmpty() || !free ? base : base.timeouts(timeouts -> timeouts.attempt(milliseconds(text)));
    }

    private static Duration milliseconds(String text) {
        try {
            return Duration.ofMillis(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "AGENTBAY_TIMEOUT_MS must be a number of milliseconds, but is '" + text + "'", e);
        }
    }

    private String text(@Nullable String given, String variable, String otherwise) {
        var set = environment.apply(variable);
        var value = given != null ? given : set;
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
