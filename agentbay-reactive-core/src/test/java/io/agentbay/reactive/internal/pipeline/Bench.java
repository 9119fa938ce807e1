package io.agentbay.reactive.internal.pipeline;

import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.TransportException.Phase;
import io.agentbay.reactive.internal.pipeline.ServiceCall.Group;
import io.agentbay.reactive.internal.transport.Download;
import io.agentbay.reactive.internal.transport.DownloadCall;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import io.agentbay.reactive.internal.transport.HttpCall;
import io.agentbay.reactive.internal.transport.HttpCall.KeyPlacement;
import io.agentbay.reactive.internal.transport.Transport;
import io.agentbay.reactive.internal.transport.Upload;
import io.agentbay.reactive.observability.ClientMeters;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.pipeline.CallFilter;
import io.agentbay.reactive.resilience.Breakers;
import io.agentbay.reactive.resilience.Retries;
import io.agentbay.reactive.stub.VirtualRuntime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import reactor.core.publisher.Mono;

/** A pipeline in virtual time over a transport that answers the n-th exchange by a function. */
final class Bench implements Transport {

    final VirtualRuntime runtime = new VirtualRuntime();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final AtomicInteger sent = new AtomicInteger();
    final AtomicInteger active = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    final DefaultCallPipeline pipeline;
    private final IntFunction<Mono<HttpAnswer>> script;

    private Bench(ClientOptions options, IntFunction<Mono<HttpAnswer>> script, CallFilter... filters) {
        this.script = script;
        pipeline = new DefaultCallPipeline(new PipelineParts(
                runtime,
                this,
                options,
                List.of(filters),
                Retries.of(null, options.resilience(), runtime.random()),
                Breakers.of(null, runtime::nanos),
                ClientMeters.of(meters, runtime::nanos),
                null));
    }

    static Bench of(ClientOptions options, IntFunction<Mono<HttpAnswer>> script, CallFilter... filters) {
        return new Bench(options, script, filters);
    }

    static Bench of(IntFunction<Mono<HttpAnswer>> script) {
        return new Bench(ClientOptions.defaults(), script);
    }

    static Mono<HttpAnswer> ok() {
        return Mono.just(new HttpAnswer(200, Map.of(), "ok".getBytes(StandardCharsets.UTF_8)));
    }

    static Mono<HttpAnswer> broken(Phase phase, boolean mayHaveHappened) {
        return Mono.error(() -> new TransportException(
                "broken", phase, ErrorDetails.of("exchange").mayHaveHappened(mayHaveHappened)));
    }

    Mono<String> call(Idempotency idempotency) {
        return call(idempotency, (answer, attempt) -> answer.text());
    }

    Mono<String> call(Idempotency idempotency, BiFunction<HttpAnswer, Integer, String> reader) {
        return pipeline.call(call("GetContext", Group.CONTEXT, idempotency, reader));
    }

    static ServiceCall<String> call(
            String action, Group group, Idempotency idempotency, BiFunction<HttpAnswer, Integer, String> reader) {
        return new ServiceCall<>(
                action,
                group,
                idempotency,
                1,
                null,
                () -> new HttpCall(
                        "POST", URI.create("https://stub/"), Map.of(), Map.of(), null, null, KeyPlacement.FORM, 1_000),
                reader);
    }

    @Override
    public Mono<HttpAnswer> exchange(HttpCall call) {
        return Mono.defer(() -> {
            most.accumulateAndGet(active.incrementAndGet(), Math::max);
            return script.apply(sent.incrementAndGet())
                    .doOnTerminate(active::decrementAndGet)
                    .doOnCancel(active::decrementAndGet);
        });
    }

    @Override
    public Mono<HttpAnswer> put(Upload upload) {
        return ok();
    }

    @Override
    public Mono<Download> get(DownloadCall call) {
        return Mono.never();
    }

    @Override
    public Mono<Void> close() {
        return Mono.empty();
    }
}
