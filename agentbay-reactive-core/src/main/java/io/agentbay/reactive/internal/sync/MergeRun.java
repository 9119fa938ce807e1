package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.SyncConflictException;
import io.agentbay.reactive.event.Progress.Phase;
import io.agentbay.reactive.file.FileStore;
import io.agentbay.reactive.internal.event.ProgressSink;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.sync.ConflictRule;
import io.agentbay.reactive.sync.MergeReport;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One merge: all mounts are looked at, then each is changed and read again. */
final class MergeRun {

    /** How often a context may change between the look and the change before it is given up. */
    private static final int ROUNDS = 3;

    private static final int NAMED = 5;

    private final MergeTools tools;
    private final FileStore files;
    private final ConflictRule rule;
    private final ProgressSink progress;
    private final ClientRuntime runtime;
    private final MergeTotals totals = new MergeTotals();

    MergeRun(MergeTools tools, FileStore files, ConflictRule rule, ProgressSink progress) {
        this.tools = tools;
        this.files = files;
        this.rule = rule;
        this.progress = progress;
        this.runtime = tools.runtime();
    }

    Mono<MergeReport> run(List<MountState> mounts) {
        return Mono.defer(() -> {
            long began = runtime.nanos();
            return round(mounts, 1).map(same -> totals.report(same, DefaultSyncRounds.between(began, runtime.nanos())));
        });
    }

    private Mono<Long> round(List<MountState> mounts, int number) {
        return Mono.defer(() -> {
                    progress.update(now -> now.withPhase(Phase.PLANNING));
                    return Flux.fromIterable(mounts)
                            .concatMap(state -> tools.look().plan(state, rule))
                            .collectList();
                })
                .flatMap(this::carryOut)
                .onErrorResume(
                        MergeMoved.class,
                        moved -> number < ROUNDS ? round(mounts, number + 1) : Mono.error(restless(moved)));
    }

    private Mono<Long> carryOut(List<MergePlan> plans) {
        List<String> refused = paths(plans, MergeStep.Action.REFUSE);
        if (!refused.isEmpty()) {
            return Mono.error(conflict(refused));
        }
        long steps = count(plans, MergeStep.Action.NOTHING, false);
        progress.update(now -> now.withPhase(Phase.TRANSFERRING)
                .withFiles(Figure.measured(totals.done()), Figure.measured(totals.done() + steps)));
        return Flux.fromIterable(plans)
                .concatMap(this::carryOut)
                .then(Mono.fromSupplier(() -> count(plans, MergeStep.Action.NOTHING, true)));
    }

    private Mono<Void> carryOut(MergePlan plan) {
        var mount = plan.state().mount();
        return new MergeApply(mount, tools.store(), files)
                .take(plan)
                .doOnNext(done -> {
                    totals.took(mount, done);
                    progress.update(now -> now.withFiles(Figure.measured(totals.done()), now.filesTotal())
                            .withCurrent(mount.resolve(done.step().file().path())));
                })
                .collectList()
                .flatMap(done -> {
                    progress.update(now -> now.withPhase(Phase.VERIFYING));
                    return tools.check().check(plan, done);
                });
    }

    private static long count(List<MergePlan> plans, MergeStep.Action action, boolean equal) {
        return plans.stream()
                .flatMap(plan -> plan.steps().stream())
                .filter(step -> (step.action() == action) == equal)
                .count();
    }

    private static List<String> paths(List<MergePlan> plans, MergeStep.Action action) {
        return plans.stream()
                .flatMap(plan -> plan.steps().stream()
                        .filter(step -> step.action() == action)
                        .map(step -> plan.state().mount().resolve(step.file().path())))
                .toList();
    }

    private static SyncConflictException conflict(List<String> paths) {
        String names = String.join(", ", paths.subList(0, Math.min(NAMED, paths.size())));
        return new SyncConflictException(
                paths.size() + " files changed on both sides, the first " + names
                        + "; nothing was changed, merge with another rule",
                paths,
                ErrorDetails.of("merge").attempts(0));
    }

    private static SyncConflictException restless(MergeMoved moved) {
        return new SyncConflictException(
                moved.path() + " changed in its context each time it was looked at; merge again when it is quiet",
                List.of(moved.path()),
                ErrorDetails.of("merge").mayHaveHappened(true));
    }
}
