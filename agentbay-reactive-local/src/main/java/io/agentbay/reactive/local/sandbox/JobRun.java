package io.agentbay.reactive.local.sandbox;

import io.agentbay.reactive.local.core.CommandEnd;
import io.agentbay.reactive.local.core.Reasons;
import io.agentbay.reactive.local.core.ServiceError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;

/** Takes a job through its life: files, process, output, limits, end. */
final class JobRun {

    /** How long the output of a command that was killed is waited for: somebody else may hold its other end. */
    private static final long LAST_WORDS_SECONDS = 1;

    private static final File NOTHING = new File("/dev/null");

    private final Path data;
    private final Confinement confinement;
    private final SandboxLimits limits;
    private final SandboxThreads threads;
    private final Scheduler timer;
    private final Script script;

    JobRun(Path data, Confinement confinement, SandboxLimits limits, SandboxThreads threads, Scheduler timer) {
        this.data = data;
        this.confinement = confinement;
        this.limits = limits;
        this.threads = threads;
        this.timer = timer;
        this.script = new Script(confinement, limits);
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
        WorkArea area = WorkArea.create(data.resolve(job.command().home()), name);
        try {
            script.write(area, job.command());
            ProcessBuilder builder = builder(area);
            threads.starter().execute(() -> guarded(job, () -> start(job, area, builder)));
        } catch (IOException | RuntimeException e) {
            area.delete();
            throw e;
        }
    }

    private ProcessBuilder builder(WorkArea area) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(confinement.commandLine(area));
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        confinement.path(),
                        "LANG",
                        "C.UTF-8",
                        "USER",
                        "wuying",
                        "SHELL",
                        "/bin/bash",
                        "TERM",
                        "dumb"));
        return builder.redirectInput(NOTHING);
    }

    private void start(Job job, WorkArea area, ProcessBuilder builder) throws IOException {
        long began = System.nanoTime();
        Process process = builder.start();
        ProcessTree tree = new ProcessTree(process);
        job.started(tree);
        watch(job, new Watch(job, tree, limits));
        CompletableFuture<Void> exit = process.onExit().thenAccept(ended -> confinement.sweep(ended.pid()));
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

    private void watch(Job job, Watch watch) {
        Duration timeout = job.command().timeout();
        Duration granted = timeout.compareTo(limits.longest()) > 0 ? limits.longest() : timeout;
        long look = limits.look().toMillis();
        job.timers()
                .add(timer.schedule(
                        () -> threads.pool().execute(() -> job.kill(Kill.timeout(granted))),
                        granted.toMillis(),
                        TimeUnit.MILLISECONDS));
        job.timers()
                .add(timer.schedulePeriodically(
                        () -> threads.pool().execute(() -> watch.look()), look, look, TimeUnit.MILLISECONDS));
    }

    private void finish(Job job, WorkArea area, int exitCode, Duration took) {
        job.timers().dispose();
        Kill kill = job.killed();
        String said = job.stderr().text() + notes(job);
        CommandEnd end = new CommandEnd(
                kill == null ? exitCode : kill.exitCode(),
                confinement.outward(area, job.stdout().text()),
                confinement.outward(area, said),
                area.report(),
                took);
        area.delete();
        job.end().complete(end);
    }

    private static String notes(Job job) {
        StringBuilder notes = new StringBuilder();
        cut(notes, "stdout", job.stdout().dropped());
        cut(notes, "stderr", job.stderr().dropped());
        Kill kill = job.killed();
        if (kill != null) {
            notes.append('\n').append(kill.reason()).append('\n');
        }
        return notes.toString();
    }

    private static void cut(StringBuilder notes, String stream, long dropped) {
        if (dropped > 0) {
            notes.append('\n')
                    .append("The last ")
                    .append(dropped)
                    .append(" characters of ")
                    .append(stream)
                    .append(" were cut\n");
        }
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
