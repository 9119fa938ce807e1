package io.agentbay.reactive.internal.pipeline;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.config.CallOptions;
import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.runtime.LateErrors;
import io.agentbay.reactive.internal.transport.Download;
import io.agentbay.reactive.internal.transport.DownloadCall;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import io.agentbay.reactive.internal.transport.Socket;
import io.agentbay.reactive.internal.transport.SocketCall;
import io.agentbay.reactive.internal.transport.Upload;
import io.agentbay.reactive.observability.ClientMeter;
import io.agentbay.reactive.observability.ClientMeters;
import io.agentbay.reactive.observability.Movement;
import io.agentbay.reactive.observability.OperationMeters;
import io.agentbay.reactive.pipeline.ApiCall;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.pipeline.CallFilter;
import io.agentbay.reactive.pipeline.CallFilter.Stage;
import io.agentbay.reactive.resilience.Breakers;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * The one order of stages: observation, filters per call, total deadline, retry, rate limit, admission, breaker, filters
 * per attempt, attempt timeout, error mapping, transport (which adds the key).
 */
public final class DefaultCallPipeline implements CallPipeline {

    private static final Function<Context, Context> LATE = LateErrors.quietly(AgentBayException.class);

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
        show(parts.meters());
    }

    private void show(ClientMeters meters) {
        show(meters, "calls", admission);
        show(meters, "polls", polls);
        show(meters, "transfers", transfers);
        var limits = parts.options();
        meters.gauge(ClientMeter.PERMITS_MAX, limits.resilience()::maxConcurrentCalls, "calls");
        meters.gauge(ClientMeter.PERMITS_MAX, limits.connections()::maxTransfers, "transfers");
        for (var group : ServiceCall.Group.values()) {
            show(meters, group.label());
        }
    }

    private static void show(ClientMeters meters, String limit, Admission admission) {
        meters.gauge(ClientMeter.PERMITS_USED, admission::inside, limit);
        meters.gauge(ClientMeter.PERMITS_WAITING, admission::waiting, limit);
    }

    private void show(ClientMeters meters, String group) {
        for (var state : Breakers.State.values()) {
            meters.gauge(
                    ClientMeter.BREAKER_STATE,
                    () -> parts.breakers().state(group) == state ? 1 : 0,
                    group,
                    state.label());
        }
    }

    @Override
    public <T> Mono<T> call(ServiceCall<T> call) {
        return observed(call, FilterChain.around(perCall, call.withAttempt(0), this::withinDeadline));
    }

    @Override
    public Mono<HttpAnswer> put(Supplier<Upload> upload) {
        var work = Mono.defer(() -> put(upload.get()));
        return transfer(new TransferCall<>("PUT", Idempotency.IDEMPOTENT, 0, null, work));
    }

    @Override
    public Mono<Download> get(Supplier<DownloadCall> call) {
        var work = Mono.defer(() -> parts.transport().get(call.get())).map(this::counted);
        var limit = parts.options().timeouts().attempt();
        return transfer(new TransferCall<>("GET", Idempotency.READ, 0, limit, work));
    }

    private Mono<HttpAnswer> put(Upload upload) {
        return parts.transport().put(upload).doOnNext(answer -> {
            if (answer.status() / 100 == 2) {
                meters().moved(Movement.IN, Figure.measured(1), Figure.measured(upload.length()));
            }
        });
    }

    private Download counted(Download opened) {
        return opened.status() / 100 == 2 ? new CountedDownload(opened, meters()) : opened;
    }

    private OperationMeters meters() {
        return parts.meters().operations();
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
        var timed = parts.meters().calls().timed(call, work);
        var observations = parts.observations();
        return observations == null ? timed : observations.around(call, timed);
    }

    private <T> Mono<T> withinDeadline(ApiCall<T> call) {
        Mono<T> work = Mono.deferContextual(context -> {
            var deadline = new Deadline(parts.runtime(), total(call), CallOptions.in(context));
            return new CallRun(parts, deadline, perAttempt, this::admitted).run(call);
        });
        return work.contextWrite(LATE);
    }

    private Duration total(ApiCall<?> call) {
        var limit = parts.options().timeouts().call();
        if (!(call instanceof ServiceCall<?> service)) {
            return NO_LIMIT;
        }
        var attempt = service.attemptTimeout();
        return attempt == null || attempt.compareTo(limit) < 0 ? limit : attempt;
    }

    private <T> Mono<T> admitted(ApiCall<T> call, Mono<T> attempt) {
        if (call instanceof TransferCall<T>) {
            return transfers.admit(call, attempt);
        }
        var work = admission.admit(call, attempt);
        return CallRun.isPoll(call) ? polls.admit(call, work) : work;
    }
}
