package io.agentbay.reactive.benchmarks;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.ssl.SslContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Reactor Netty and nothing else: the same request, its answer only looked into. The floor. */
final class BareCaller implements Caller {

    private static final int CONNECTIONS = 1_000;
    private static final int PENDING = 10_000;
    private static final String QUERY = "/?Action=GetContext&Format=json&Version=2025-05-06"
            + "&Timestamp=2026-01-01T00%3A00%3A00Z&SignatureNonce=0123456789abcdef0123456789abcdef";
    private static final String FORM = "Authorization=Bearer%20akm-benchmark&Name=benchmark&AllowCreate=false";

    private final ConnectionProvider pool = ConnectionProvider.builder("bare")
            .maxConnections(CONNECTIONS)
            .pendingAcquireMaxCount(PENDING)
            .lifo()
            .build();
    private final Mono<String> call;

    BareCaller(Target target, @Nullable SslContext tls) {
        call = OurCaller.trusting(HttpClient.create(pool), tls)
                .headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, "application/x-www-form-urlencoded")
                        .set("x-acs-action", "GetContext")
                        .set("x-acs-version", "2025-05-06"))
                .post()
                .uri(target.uri() + QUERY)
                .send(ByteBufFlux.fromString(Mono.just(FORM)))
                .responseSingle((response, body) -> body.asString())
                .filter(answer -> answer.contains("\"Success\":true"))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("not a success")));
    }

    @Override
    public String name() {
        return "bare Reactor Netty";
    }

    @Override
    public Load start(int inFlight) {
        return new ReactiveLoad(call, inFlight);
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
