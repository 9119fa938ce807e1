package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.internal.event.ProgressSink;
import io.agentbay.reactive.internal.runtime.Both;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncReport.Coverage;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * For a trigger that shows no task, as an empty sync may: whether both sides are the same anyway.
 *
 * <p>Equal sizes prove that only where nothing can have changed; else content is compared, as far as that is
 * affordable. It is looked at after a while, then ever more rarely, and never says no. What a download is measured by is
 * a listing of the context, which may lag: it is believed once it shows what was stored before the trigger.
 */
final class UnchangedCheck {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** What was stored before is listed after this time. */
    private static final Duration LISTED = Duration.ofSeconds(60);

    private static final int AFFORDABLE_FILES = 1_000;
    private static final long AFFORDABLE_BYTES = 256L << 20;

    private final ClientRuntime runtime;
    private final Looks looks;
    private final Levels levels;
    private final boolean createdHere;
    private final UnsavedWrites writes;

    UnchangedCheck(ClientRuntime runtime, Looks looks, Levels levels, boolean createdHere, UnsavedWrites writes) {
        this.runtime = runtime;
        this.looks = looks;
        this.levels = levels;
        this.createdHere = createdHere;
        this.writes = writes;
    }

    /** Completes with the proof once there is one while no task is seen, and never otherwise. */
    Mono<Unchanged> watch(Mount mount, SyncJob job, TriggerWatch round, ProgressSink progress) {
        Mono<Unchanged> check = mount.policy().isArchived()
                ? archive(mount, job, round)
                : look(mount, job, round, progress, first(job));
        return round.triggered().then(check);
    }

    /** A listing that lags hides what a task of a download, which is not listed yet either, will bring. */
    private static Duration first(SyncJob job) {
        return job.upload() ? FIRST : LISTED;
    }

    /** The same question once, for a wait that ended without proof; empty when there is none. */
    Mono<Unchanged> once(Mount mount, SyncJob job, ProgressSink progress) {
        if (mount.policy().isArchived()) {
            return Mono.empty();
        }
        String file = job.file();
        Mono<Unchanged> proof = file == null
                ? sides(mount, job)
                        .filter(sides -> same(sides, mount, job))
                        .filterWhen(sides -> trulyEmpty(sides, mount, job))
                        .flatMap(sides -> prove(mount, job, sides, progress))
                : levels.verify(mount, file, progress).map(Unchanged::of);
        return proof
                // Whatever goes wrong here proves nothing, and the wait already has an outcome of its own.
                .onErrorResume(error -> Mono.empty());
    }

    private Mono<Unchanged> look(Mount mount, SyncJob job, TriggerWatch round, ProgressSink progress, Duration pause) {
        return Mono.delay(pause, runtime.timer())
                .then(Mono.defer(() -> round.seen() ? Mono.<Unchanged>never() : once(mount, job, progress)))
                .switchIfEmpty(Mono.defer(() -> look(mount, job, round, progress, longer(pause))));
    }

    private Mono<Unchanged> archive(Mount mount, SyncJob job, TriggerWatch round) {
        return Mono.delay(LONGEST, runtime.timer())
                .then(Mono.defer(() -> round.seen() || !job.upload() || mayHaveChanged(mount)
                        ? Mono.never()
                        : Mono.just(new Unchanged(null, Coverage.NONE, null))));
    }

    private static Duration longer(Duration pause) {
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST) > 0 ? LONGEST : next;
    }

    private Mono<Sides> sides(Mount mount, SyncJob job) {
        return Mono.defer(() -> job.upload()
                ? Both.of(looks.session(mount), looks.context(mount), Sides::new)
                : Both.of(looks.context(mount), looks.session(mount), Sides::new));
    }

    /** What is listed nowhere below a mount may be listed by other keys, and then it is still to come. */
    private Mono<Boolean> trulyEmpty(Sides sides, Mount mount, SyncJob job) {
        return job.upload() || !sides.expected().isEmpty() ? Mono.just(true) : looks.contextEmpty(mount);
    }

    private static boolean same(Sides sides, Mount mount, SyncJob job) {
        boolean extrasMatter = job.upload() && mount.policy().propagatesDeletions();
        return sides.missing().isEmpty() && (!extrasMatter || sides.extras() == 0);
    }

    private Mono<Unchanged> prove(Mount mount, SyncJob job, Sides sides, ProgressSink progress) {
        boolean sizesSuffice = job.upload() && !mayHaveChanged(mount) && !job.atLeast(Level.VERIFIED);
        if (sizesSuffice) {
            return Mono.just(new Unchanged(Level.LISTED, Levels.coverage(sides, 0), new Seen(sides, Map.of())));
        }
        if (!job.atLeast(Level.VERIFIED) && !affordable(sides)) {
            return Mono.empty();
        }
        return levels.verify(mount, job, sides, progress).map(Unchanged::of);
    }

    private boolean mayHaveChanged(Mount mount) {
        return !createdHere || writes.mayHaveChanged(mount.path());
    }

    private static boolean affordable(Sides sides) {
        return sides.expected().size() <= AFFORDABLE_FILES && sides.bytes() <= AFFORDABLE_BYTES;
    }

    /** Proof that there was nothing to do; the level is null for an archive nobody wrote to. */
    record Unchanged(
            @Nullable Level level,
            Coverage coverage,
            @Nullable Seen seen) {

        private static Unchanged of(Levels.Reached reached) {
            return new Unchanged(reached.level(), reached.coverage(), reached.seen());
        }
    }
}
