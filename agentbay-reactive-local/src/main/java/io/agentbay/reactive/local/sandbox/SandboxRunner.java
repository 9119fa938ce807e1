package io.agentbay.reactive.local.sandbox;

import io.agentbay.reactive.local.core.Command;
import io.agentbay.reactive.local.core.CommandEnd;
import io.agentbay.reactive.local.core.CommandOutput;
import io.agentbay.reactive.local.core.CommandRunner;
import io.agentbay.reactive.local.core.ServiceError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Runs the commands of all sessions. Whether it can is tried when it is made; commands that come before that is known wait. */
public final class SandboxRunner implements CommandRunner {

    private final SandboxThreads threads = new SandboxThreads();
    private final Map<Job, Boolean> jobs = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();
    private final SandboxLimits limits;
    private final Turns turns;
    private final JobRun life;
    private final Kernels kernels;
    private final CompletableFuture<Void> probe;

    private SandboxRunner(Path data, Confinement confinement, SandboxLimits limits, Scheduler timer) {
        this.limits = limits;
        this.turns = new Turns(limits.atATime(), limits.waiting());
        SandboxGround ground = new SandboxGround(data, confinement, limits, threads, timer);
        this.life = new JobRun(ground);
        this.kernels = new Kernels(ground);
        this.probe = CompletableFuture.runAsync(() -> probe(confinement), threads.pool());
    }

    /** Runs commands in a sandbox of bubblewrap, or refuses them with the reason where that does not work. */
    public static SandboxRunner confined(Path data, SandboxLimits limits, Scheduler timer) {
        Path real = data.toAbsolutePath().normalize();
        return new SandboxRunner(real, new Bubblewrap(real), limits, timer);
    }

    /** Runs commands as the user the service runs as, with everything that user may do. */
    public static SandboxRunner unconfined(Path data, SandboxLimits limits, Scheduler timer) {
        return new SandboxRunner(data.toAbsolutePath().normalize(), new Unconfined(), limits, timer);
    }

    private static void probe(Confinement confinement) {
        try {
            confinement.probe();
        } catch (IOException e) {
            throw CommandRunner.noCommands(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandRunner.noCommands("the service is closing");
        }
    }

    /** Completes when it is known that commands run here, exceptionally with the reason when they do not. */
    public CompletionStage<Void> ready() {
        return probe.copy();
    }

    @Override
    public CompletionStage<CommandEnd> run(Command command, CommandOutput output) {
        Job job = new Job(command, output, limits.outputBytes());
        jobs.put(job, true);
        CompletableFuture<CommandEnd> end = job.end().whenComplete((ended, failure) -> jobs.remove(job));
        var unused = probe.whenComplete((ready, refused) -> {
            if (refused == null) {
                queue(job);
            } else {
                job.end().completeExceptionally(causeOf(refused));
            }
        });
        return end;
    }

    private void queue(Job job) {
        if (!turns.take(() -> begin(job))) {
            job.end()
                    .completeExceptionally(
                            new ServiceError(503, "ServiceUnavailable", "Too many commands wait to be run."));
        }
    }

    private void begin(Job job) {
        var unused = job.end().whenComplete((ended, failure) -> turns.giveBack());
        if (KernelScript.runs(job.command())) {
            kernels.run(job);
        } else {
            life.begin(job, "c" + number.incrementAndGet());
        }
    }

    private static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    @Override
    public CompletionStage<Void> end(String sessionId) {
        CompletableFuture<Void> ended = endAll(jobs.keySet().stream()
                .filter(job -> job.command().sessionId().equals(sessionId))
                .collect(Collectors.toSet()));
        return CompletableFuture.allOf(ended, kernels.end(sessionId));
    }

    private CompletableFuture<Void> endAll(Set<Job> ending) {
        ending.forEach(job -> threads.pool().execute(() -> job.kill(Kill.SESSION_ENDED)));
        return CompletableFuture.allOf(ending.stream()
                .map(job -> job.end().handle((ended, failure) -> null))
                .toArray(CompletableFuture<?>[]::new));
    }

    /** Kills what runs, and takes no more. */
    public Mono<Void> closeLater() {
        return Mono.defer(() ->
                        Mono.fromFuture(CompletableFuture.allOf(endAll(Set.copyOf(jobs.keySet())), kernels.endAll())))
                // Ending a pool waits for its lock, and who closes may be an event loop that ends.
                .then(Mono.<Void>fromRunnable(threads::end).subscribeOn(Schedulers.boundedElastic()));
    }
}
