package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.Report;
import io.agentbay.reactive.event.Operation.Kind;
import io.agentbay.reactive.internal.event.Operations;
import io.agentbay.reactive.internal.event.ProgressSink;
import io.agentbay.reactive.sync.SyncReport;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One call for one or several mounts: all gates first, then each mount as an operation of its own, then the verdict. */
final class SyncRun {

    private static final int AT_ONCE = 16;

    private final MountTools tools;
    private final Operations operations;
    private final Gates gates;
    private final SyncJob job;
    private final Deadline deadline;
    private final long began;

    SyncRun(MountTools tools, Operations operations, Gates gates, SyncJob job, Deadline deadline) {
        this.tools = tools;
        this.operations = operations;
        this.gates = gates;
        this.job = job;
        this.deadline = deadline;
        this.began = tools.parts().runtime().nanos();
    }

    /** One mount runs its gate inside its operation; several pass all gates before any of them is begun. */
    Mono<SyncReport> run(List<MountState> chosen) {
        if (chosen.size() == 1) {
            return fanOut(chosen, this::gatedRun);
        }
        return Flux.fromIterable(chosen)
                .concatMap(state -> pass(state).onErrorMap(error -> publicError(state, error)))
                .collectMap(Plan::state)
                .flatMap(plans -> fanOut(chosen, (state, progress) -> {
                    Plan plan = plans.get(state);
                    return plan == null ? Mono.empty() : mount(plan, progress).run();
                }));
    }

    /** Waits for what a ticket stands for; a mount that was not triggered then is synced now. */
    Mono<SyncReport> resume(Ticket ticket, Function<String, MountState> states) {
        var waits = ticket.waits().stream()
                .collect(Collectors.toMap(wait -> states.apply(wait.path()), Function.identity()));
        return fanOut(List.copyOf(waits.keySet()), (state, progress) -> {
            Ticket.Wait wait = waits.get(state);
            if (wait == null || !wait.triggered()) {
                return gatedRun(state, progress);
            }
            Plan plan = new Plan(state, state.stampOf(wait.baseline()), null, null);
            return mount(plan, progress).waitOn(wait.baseline());
        });
    }

    private Mono<SyncReport> gatedRun(MountState state, ProgressSink progress) {
        return pass(state).flatMap(plan -> mount(plan, progress).run());
    }

    private Mono<Plan> pass(MountState state) {
        return deadline.limit(gates.pass(state, job), () -> RoundUnconfirmed.beforeTrigger(deadline.reason(), null));
    }

    private MountRun mount(Plan plan, ProgressSink progress) {
        return new MountRun(tools, job, deadline, plan, progress);
    }

    private Mono<SyncReport> fanOut(
            List<MountState> chosen, BiFunction<MountState, ProgressSink, Mono<SyncReport>> work) {
        return Flux.fromIterable(chosen)
                .flatMapSequential(state -> end(state, work), AT_ONCE)
                .collectList()
                .flatMap(ends -> Verdict.of(
                        tools.parts().sessionId(),
                        job,
                        ends,
                        DefaultSyncRounds.between(began, tools.parts().runtime().nanos())));
    }

    private Mono<MountEnd> end(MountState state, BiFunction<MountState, ProgressSink, Mono<SyncReport>> work) {
        SyncRounds.Key key = state.key(job.direction());
        return operations
                .run(
                        spec(key),
                        SyncRun::asReport,
                        progress -> work.apply(state, progress).onErrorMap(error -> publicError(state, error)))
                .map(done -> new MountEnd(key, done, null))
                .onErrorResume(error -> Mono.just(new MountEnd(key, null, error)));
    }

    private Operations.Spec spec(SyncRounds.Key key) {
        Kind kind = job.upload() ? Kind.UPLOAD : Kind.DOWNLOAD;
        return new Operations.Spec(kind, tools.parts().sessionId(), key.contextId(), key.path());
    }

    private static @Nullable Report asReport(SyncReport report) {
        return report;
    }

    private Throwable publicError(MountState state, Throwable error) {
        return Outcomes.publicError(
                tools.parts().sessionId(), state.key(job.direction()), job.minimum(), job.file(), error);
    }
}
