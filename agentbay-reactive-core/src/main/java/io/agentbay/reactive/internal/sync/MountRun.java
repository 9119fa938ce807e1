package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.common.MountOutcome.State;
import io.agentbay.reactive.internal.event.ProgressSink;
import io.agentbay.reactive.internal.runtime.Both;
import io.agentbay.reactive.internal.sync.Levels.Reached;
import io.agentbay.reactive.internal.sync.UnchangedCheck.Unchanged;
import io.agentbay.reactive.observability.Movement;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncReport;
import io.agentbay.reactive.sync.SyncReport.Coverage;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One mount of one sync, from its passed gate to its report. */
final class MountRun {

    private final MountTools tools;
    private final SyncJob job;
    private final Deadline deadline;
    private final Plan plan;
    private final ProgressSink progress;
    private final TriggerWatch watch;
    private final MountState state;
    private final Mount mount;
    private final long began;
    private final @Nullable Map<String, SeenFile> before;
    private final MountMemory memory;
    private volatile Moving moving = Moving.UNKNOWN;

    MountRun(MountTools tools, SyncJob job, Deadline deadline, Plan plan, ProgressSink progress) {
        this.deadline = deadline;
        this.tools = tools;
        this.job = job;
        this.plan = plan;
        this.progress = progress;
        this.watch = new TriggerWatch(progress);
        this.state = plan.state();
        this.mount = state.mount();
        this.before = state.confirmedFiles();
        this.memory = new MountMemory(tools, job, plan);
        this.began = tools.parts().runtime().nanos();
    }

    /** Triggers a round, or joins one that covers this call. */
    Mono<SyncReport> run() {
        Mono<SyncReport> work = Mono.defer(() -> {
            if (!job.upload()) {
                state.downloading();
            }
            moving = moving();
            progress.update(moving::begun);
            return proven(queue().join(watch, null));
        });
        return deadline.limit(work, this::late).doOnError(RoundUnconfirmed.class, memory::unresolved);
    }

    /** Waits for a trigger of some time ago. */
    Mono<SyncReport> waitOn(long baseline) {
        watch.resumedAt(baseline);
        return deadline.limit(Mono.defer(() -> proven(queue().waitOn(baseline, watch, null))), this::late);
    }

    private RoundUnconfirmed late() {
        return watch.giveUp(deadline.reason());
    }

    private RoundQueue queue() {
        return tools.rounds().queue(state.key(job.direction()));
    }

    /** Whichever comes first: the round's proof, or that there was nothing to do. */
    private Mono<SyncReport> proven(Mono<Evidence> round) {
        Mono<Mono<SyncReport>> accepted = round.map(this::accepted);
        Mono<Mono<SyncReport>> unchanged =
                tools.unchanged().watch(mount, job, watch, progress).map(this::unchanged);
        return Flux.merge(accepted, unchanged)
                .next()
                .flatMap(report -> report)
                .onErrorResume(RoundUnconfirmed.class, this::lookOnce);
    }

    /** For an upload, whose files a listing that lags cannot make look the same. */
    private Mono<SyncReport> lookOnce(RoundUnconfirmed open) {
        return open.triggered() && job.upload()
                ? tools.unchanged()
                        .once(mount, job, progress)
                        .flatMap(this::unchanged)
                        .switchIfEmpty(Mono.error(open))
                : Mono.error(open);
    }

    private Mono<SyncReport> accepted(Evidence evidence) {
        memory.confirmed();
        arrived();
        return reached(evidence)
                .flatMap(reached -> memory.version(reached.level(), reached.seen())
                        .map(version -> confirmed(evidence, reached, version))
                        .switchIfEmpty(Mono.fromSupplier(() -> confirmed(evidence, reached, null))));
    }

    private SyncReport confirmed(Evidence evidence, Reached reached, @Nullable String version) {
        return Reports.confirmed(state.key(job.direction()), evidence, reached, tallies(), version, clock());
    }

    private Mono<Reached> reached(Evidence evidence) {
        if (job.minimum() == Level.CONFIRMED) {
            return Mono.just(new Reached(Level.CONFIRMED, Coverage.NONE, null));
        }
        return proof().doOnNext(reached -> saw(reached.seen()))
                .onErrorMap(error -> missed(error).after(evidence.baseline()));
    }

    private Mono<Reached> proof() {
        String file = job.file();
        return file == null
                ? tools.levels().prove(mount, job, look(), progress)
                : tools.levels().verify(mount, file, progress);
    }

    private static LevelMissed missed(Throwable error) {
        return error instanceof LevelMissed known
                ? known
                : new LevelMissed(Level.CONFIRMED, "it could not be compared: " + error.getMessage(), error);
    }

    /** An upload is measured by what the session held when it was called; a download by what the context lists. */
    private Mono<Sides> look() {
        if (!job.upload()) {
            return Both.of(tools.looks().context(mount), tools.looks().session(mount), Sides::new);
        }
        Mono<Map<String, SeenFile>> expected =
                plan.session() == null ? tools.looks().session(mount) : Mono.just(plan.session());
        return Both.of(expected, tools.looks().context(mount), Sides::new);
    }

    private Mono<SyncReport> unchanged(Unchanged proof) {
        return Mono.defer(() -> {
            if (job.file() == null) {
                memory.confirmed();
            }
            saw(proof.seen());
            return memory.version(proof.level(), proof.seen())
                    .map(version -> unchanged(proof, version))
                    .switchIfEmpty(Mono.fromSupplier(() -> unchanged(proof, null)));
        });
    }

    private SyncReport unchanged(Unchanged proof, @Nullable String version) {
        State end = watch.seen() ? State.SYNCED : State.UNCHANGED;
        return Reports.unchanged(state.key(job.direction()), end, proof, version, clock());
    }

    private void saw(@Nullable Seen seen) {
        if (seen != null) {
            memory.saw(seen);
        }
    }

    private Moving moving() {
        return job.upload() ? Moving.upload(tallies(), tools.writes(), mount.path()) : Moving.UNKNOWN;
    }

    private void arrived() {
        progress.update(moving::done);
        progress.moved(job.upload() ? Movement.UPLOAD : Movement.DOWNLOAD, moving.files(), moving.bytes());
    }

    private Tallies tallies() {
        if (!job.upload()) {
            return Tallies.UNKNOWN;
        }
        return Tallies.between(before, plan.session(), mount.policy().propagatesDeletions());
    }

    private Reports.Clock clock() {
        return new Reports.Clock(began, tools.parts().runtime().nanos());
    }
}
