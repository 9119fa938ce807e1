package io.agentbay.reactive.internal.pipeline;

import io.agentbay.reactive.config.CallOptions;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.transport.Download;
import io.agentbay.reactive.internal.transport.DownloadCall;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import io.agentbay.reactive.internal.transport.Socket;
import io.agentbay.reactive.internal.transport.SocketCall;
import io.agentbay.reactive.internal.transport.Upload;
import io.agentbay.reactive.observability.CallMeters;
import io.agentbay.reactive.pipeline.ApiCall;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.pipeline.CallFilter;
import io.agentbay.reactive.pipeline.CallFilter.Stage;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * The one order of stages: observation, filters per call, total deadline, retry, rate limit, admission, breaker, filters
 * per attempt, attempt timeout, error mapping, transport (which adds the key).
 */
public final class DefaultCallPipeline implements CallPipeline {

    private static final Duration NO_LIMIT = Duration.ofDays(365);

    private final PipelineParts parts;
    private final List<CallFilter> perCall;
    private final List<CallFilter> perAttempt;
    private final Admission admission;
    private final Admission polls;
    private final Admission transfers;

    public DefaultCallPipeline(PipelineParts parts) {
        this.parts = parts;
        this.perCall = parts.filters(Stage.PER_CALL);
        this.perAttempt = parts.filters(Stage.PER_ATTEMPT);
        var limits = parts.options().resilience();
        ClientRuntime runtime = parts.runtime();
        this.admission =
                new Admission(runtime, limits.maxConcurrentCalls(), limits.maxWaitingCalls(), limits.callsPerSecond());
        this.polls = new Admission(runtime, Integer.MAX_VALUE, limits.maxWaitingCalls(), limits.pollsPerSecond());
        var connections = parts.options().connections();
        this.transfers = new Admission(runtime, connections.maxTransfers(), limits.maxWaitingCalls(), 0);
        parts.meters().gauge(CallMeters.IN_FLIGHT, () -> admission.inside() + transfers.inside());
        parts.meters().gauge(CallMeters.WAITING, this::waiting);
    }

    @Override
    public <T> Mono<T> call(ServiceCall<T> call) {
        return observed(call, FilterChain.around(perCall, call.withAttempt(0), this::withinDeadline));
    }

    @Override
    public Mono<HttpAnswer> put(Supplier<Upload> upload) {
        var work = Mono.defer(() -> parts.transport().put(upload.get()));
        return transfer(new TransferCall<>("PUT", Idempotency.IDEMPOTENT, 0, null, work));
    }

    @Override
    public Mono<Download> get(Supplier<DownloadCall> call) {
        var work = Mono.defer(() -> parts.transport().get(call.get()));
        var limit = parts.options().timeouts().attempt();
        return transfer(new TransferCall<>("GET", Idempotency.READ, 0, limit, work));
    }

    @Override
    public Mono<Socket> open(Supplier<SocketCall> call) {
        var work = Mono.defer(() -> parts.transport().open(call.get()));
        var limit = parts.options().timeouts().attempt();
        return transfer(new TransferCall<>("WebSocket", Idempotency.READ, 0, limit, work));
    }

    private <T> Mono<T> transfer(TransferCall<T> call) {
        return observed(call, FilterChain.around(perCall, call, this::withinDeadline));
    }

    private <T> Mono<T> observed(ApiCall<T> call, Mono<T> work) {
        var timed = parts.meters().timed(call, work);
        var observation = parts.observation();
        return observation == null ? timed : observation.around(call, timed);
    }

    private <T> Mono<T> withinDeadline(ApiCall<T> call) {
        Mono<T> work = Mono.deferContextual(context -> {
            var deadline = new Deadline(parts.runtime(), total(call), CallOptions.in(context));
            return new CallRun(parts, deadline, perAttempt, this::admitted).run(call);
        });
        return work.contextWrite(LateFailures::quietly);
    }

    private Duration total(ApiCall<?> call) {
        var limit = parts.options().timeouts().call();
        if (!(call instanceof ServiceCall<?> service)) {
            return NO_LIMIT;
        }
        var attempt = service.attemptTimeout();
        return attempt == null || attempt.compareTo(limit) < 0 ? limit : attempt;
    }

    private int waiting() {
        return admission.waiting() + polls.waiting() + transfers.waiting();
    }

    private <T> Mono<T> admitted(ApiCall<T> call, Mono<T> attempt) {
        if (call instanceof TransferCall<T>) {
            return transfers.admit(call, attempt);
        }
        var work = admission.admit(call, attempt);
        return CallRun.isPoll(call) ? polls.admit(call, work) : work;
    }
}
