package io.agentbay.reactive.local.sandbox;

import io.agentbay.reactive.local.core.CommandEnd;
import io.agentbay.reactive.local.core.Reasons;
import io.agentbay.reactive.local.core.ServiceError;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Takes a job through its life: files, process, output, limits, end. */
final class JobRun {

    /** How long the output of a command that was killed is waited for: somebody else may hold its other end. */
    private static final long LAST_WORDS_SECONDS = 1;

    private static final File NOTHING = new File("/dev/null");

    private final SandboxGround ground;
    private final SandboxThreads threads;
    private final Script script;
    private final CommandEnds ends;

    JobRun(SandboxGround ground) {
        this.ground = ground;
        this.threads = ground.threads();
        this.script = new Script(ground.confinement(), ground.limits());
        this.ends = new CommandEnds(ground.confinement());
    }

    /** Begins; the job's end tells the rest. */
    void begin(Job job, String name) {
        try {
            threads.pool().execute(() -> guarded(job, () -> prepare(job, name)));
        } catch (RejectedExecutionException closing) {
            job.end().completeExceptionally(new ServiceError(503, "ServiceUnavailable", "The service is closing."));
        }
    }

    private void prepare(Job job, String name) throws IOException {
        WorkArea area = ground.area(job.command().home(), name);
        try {
            script.write(area, job.command());
            ProcessBuilder builder = ground.process(area).redirectInput(NOTHING);
            threads.starter().execute(() -> guarded(job, () -> start(job, area, builder)));
        } catch (IOException | RuntimeException e) {
            area.delete();
            throw e;
        }
    }

    private void start(Job job, WorkArea area, ProcessBuilder builder) throws IOException {
        long began = System.nanoTime();
        Process process = builder.start();
        ProcessTree tree = new ProcessTree(process);
        job.started(tree);
        ground.watch(job, tree);
        CompletableFuture<Void> exit =
                process.onExit().thenAccept(ended -> ground.confinement().sweep(ended, area));
        CompletableFuture<Void> out =
                CompletableFuture.runAsync(() -> job.stdout().read(process.getInputStream()), threads.pool());
        CompletableFuture<Void> err =
                CompletableFuture.runAsync(() -> job.stderr().read(process.getErrorStream()), threads.pool());
        CompletableFuture<Void> output = CompletableFuture.allOf(out, err);
        CompletableFuture<Void> lastWords = job.killing()
                .thenCompose(killed -> output.completeOnTimeout(null, LAST_WORDS_SECONDS, TimeUnit.SECONDS));
        CompletableFuture<Object> said = CompletableFuture.anyOf(output, lastWords);
        var unused = CompletableFuture.allOf(exit, said)
                .whenCompleteAsync(
                        (all, failure) ->
                                finish(job, area, process.exitValue(), Duration.ofNanos(System.nanoTime() - began)),
                        threads.pool());
    }

    private void finish(Job job, WorkArea area, int exitCode, Duration took) {
        job.timers().dispose();
        CommandEnd end = ends.of(job, area, exitCode, area.report("report"), took);
        area.delete();
        job.end().complete(end);
    }

    private void guarded(Job job, Step step) {
        try {
            step.run();
        } catch (ServiceError e) {
            job.end().completeExceptionally(e);
        } catch (IOException | RuntimeException e) {
            job.end()
                    .completeExceptionally(new ServiceError(
                            500, "InternalError", "The command could not be started: " + Reasons.of(e)));
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
