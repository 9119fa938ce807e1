package io.agentbay.reactive.benchmarks;

import io.agentbay.reactive.AgentBayClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;

/** This project's client with its default options: every stage of its pipeline takes part. */
final class OurCaller implements Caller {

    private final String name;
    private final AgentBayClient client;

    private OurCaller(String name, AgentBayClient client) {
        this.name = name;
        this.client = client;
    }

    static OurCaller plain(Target target, @Nullable SslContext tls) {
        return new OurCaller("agentbay-reactive", builder(target, tls).build());
    }

    static OurCaller withMeters(Target target, @Nullable SslContext tls) {
        var meters = new SimpleMeterRegistry();
        return new OurCaller(
                "with meters", builder(target, tls).meterRegistry(meters).build());
    }

    private static AgentBayClient.Builder builder(Target target, @Nullable SslContext tls) {
        return AgentBayClient.builder()
                .apiKey("akm-benchmark")
                .endpoint(target.uri())
                .httpClient(http -> trusting(http, tls));
    }

    static HttpClient trusting(HttpClient http, @Nullable SslContext tls) {
        return tls == null ? http : http.secure(spec -> spec.sslContext(tls));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Load start(int inFlight) {
        return new ReactiveLoad(client.contexts().get("benchmark"), inFlight);
    }

    @Override
    public void close() {
        client.shutdown(Duration.ofSeconds(1)).onErrorComplete().block();
    }
}
