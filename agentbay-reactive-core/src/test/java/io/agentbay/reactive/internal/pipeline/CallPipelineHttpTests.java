package io.agentbay.reactive.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentbay.reactive.common.ApiKey;
import io.agentbay.reactive.config.CallOptions;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.internal.http.NettySettings;
import io.agentbay.reactive.internal.http.NettyTransport;
import io.agentbay.reactive.internal.http.PoolUse;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.pipeline.ServiceCall.Group;
import io.agentbay.reactive.internal.runtime.DefaultClientRuntime;
import io.agentbay.reactive.internal.transport.HttpCall;
import io.agentbay.reactive.internal.transport.HttpCall.KeyPlacement;
import io.agentbay.reactive.internal.wire.Wires;
import io.agentbay.reactive.observability.ClientMeter;
import io.agentbay.reactive.observability.ClientMeters;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.resilience.Breakers;
import io.agentbay.reactive.resilience.Retries;
import io.agentbay.reactive.stub.Answer;
import io.agentbay.reactive.stub.ScriptedService;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

class CallPipelineHttpTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final DefaultClientRuntime runtime = DefaultClientRuntime.create(Clock.systemUTC());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ClientOptions options = ClientOptions.defaults()
            .resilience(r -> r.firstPause(Duration.ofMillis(10)).maxConcurrentCalls(64));
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    private final NettyTransport transport = NettyTransport.create(NettySettings.of(options, ApiKey.of("akm-1")));
    private final DefaultCallPipeline pipeline = new DefaultCallPipeline(new PipelineParts(
            runtime,
            transport,
            options,
            List.of(),
            Retries.of(null, options.resilience(), runtime.random()),
            Breakers.of(breakers, runtime::nanos),
            ClientMeters.of(meters, runtime::nanos),
            null));

    @AfterEach
    void close() {
        transport.close().then(runtime.close()).block(LONG);
    }

    @Test
    void whatMayHaveArrivedIsSentExactlyOnceUnlessItMayBeRepeated() {
        try (var service = ScriptedService.start().on("Do", Answer.dropped())) {
            StepVerifier.create(call(service.endpoint(), Idempotency.UNSAFE))
                    .verifyErrorSatisfies(error -> assertThat(((TransportException) error).mayHaveHappened())
                            .isTrue());
            assertThat(service.requests("Do")).hasSize(1);
            StepVerifier.create(call(service.endpoint(), Idempotency.IDEMPOTENT))
                    .verifyError(TransportException.class);
            assertThat(service.requests("Do")).hasSize(4);
        }
    }

    @Test
    void aThrottledCallComesAgainAfterThePauseAskedFor() {
        var slow = Answer.error(429, "Throttling.User", "slow down").header("Retry-After", "1");
        var context = Answer.ok("{\"Id\":\"ctx-1\",\"Name\":\"a\"}");
        try (var service = ScriptedService.start().on("GetContext", slow, context)) {
            var wires = Wires.of(pipeline, runtime, JsonCodec.lenient(), service.endpoint(), null);
            var start = runtime.nanos();
            StepVerifier.create(wires.contexts().byName("a", false).map(found -> found.id()))
                    .expectNext("ctx-1")
                    .verifyComplete();
            assertThat(Duration.ofNanos(runtime.nanos() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(service.requests("GetContext")).hasSize(2);
        }
    }

    @Test
    void aBodyThatDripsIsCutByTheTimeOfTheWholeAttempt() {
        var server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> {
                    var drip = Flux.interval(Duration.ofMillis(20)).map(n -> "x");
                    return response.send(ByteBufFlux.fromString(drip), piece -> true);
                })
                .bindNow();
        try {
            StepVerifier.create(call(
                            URI.create("http://127.0.0.1:" + server.port()),
                            Idempotency.UNSAFE,
                            Duration.ofMillis(500)))
                    .verifyErrorSatisfies(error -> assertThat(((DeadlineExceededException) error).limit())
                            .isEqualTo(Duration.ofMillis(500)));
            await().until(() -> transport.callPool().equals(new PoolUse(0, 0, 0)));
        } finally {
            server.disposeNow(LONG);
        }
    }

    @Test
    void cancelsAndDeadlinesAtAnyInstantLeakNoPermitAndNoConnection() {
        var random = new Random(7);
        breakers.circuitBreaker("agentbay-context").transitionToDisabledState();
        try (var service = ScriptedService.start().on("Do", Answer.ok().delayed(Duration.ofMillis(3)))) {
            Flux.range(0, 1_000)
                    .flatMap(
                            n -> hurried(call(service.endpoint(), Idempotency.READ), n, random.nextInt(8_000_000)), 200)
                    .then()
                    .block(LONG);
            await().until(() -> gauge(ClientMeter.PERMITS_USED.getName()) == 0
                    && gauge(ClientMeter.PERMITS_WAITING.getName()) == 0
                    && transport.callPool().active() == 0
                    && transport.callPool().pending() == 0);
        }
    }

    private static Mono<String> hurried(Mono<String> call, int n, int nanos) {
        var time = Duration.ofNanos(1 + nanos);
        var hurried = n % 2 == 0 ? call.timeout(time) : call.contextWrite(CallOptions.deadline(time));
        return hurried.onErrorComplete();
    }

    private double gauge(String name) {
        return meters.get(name).gauges().stream().mapToDouble(Gauge::value).sum();
    }

    private Mono<String> call(URI endpoint, Idempotency idempotency) {
        return call(endpoint, idempotency, null);
    }

    private Mono<String> call(URI endpoint, Idempotency idempotency, @Nullable Duration limit) {
        return pipeline.call(new ServiceCall<>(
                "Do",
                Group.CONTEXT,
                idempotency,
                1,
                limit,
                () -> new HttpCall(
                        "POST", endpoint, Map.of(), Map.of("Action", "Do"), Map.of(), null, KeyPlacement.FORM, 10_000),
                (answer, attempt) -> answer.text()));
    }
}
