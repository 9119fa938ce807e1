package io.agentbay.reactive.benchmarks;

import io.agentbay.reactive.AgentBayClient;
import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;

/** This project's client with its default options: every stage of its pipeline takes part. */
final class OurCaller implements Caller {

    private final AgentBayClient client;

    OurCaller(Target target, @Nullable SslContext tls) {
        client = AgentBayClient.builder()
                .apiKey("akm-benchmark")
                .endpoint(target.uri())
                .httpClient(http -> trusting(http, tls))
                .build();
    }

    static HttpClient trusting(HttpClient http, @Nullable SslContext tls) {
        return tls == null ? http : http.secure(spec -> spec.sslContext(tls));
    }

    @Override
    public String name() {
        return "agentbay-reactive";
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
