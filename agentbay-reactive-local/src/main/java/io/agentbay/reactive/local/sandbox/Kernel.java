package io.agentbay.reactive.local.sandbox;

import io.agentbay.reactive.local.core.Command;
import io.agentbay.reactive.local.core.Reasons;
import io.agentbay.reactive.local.core.ServiceError;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * An interpreter that stays, so that code finds what earlier code left. It runs one job after the other. Whatever kills a
 * job kills it; the jobs that wait then are handed back.
 */
final class Kernel {

    private static final long LAST_WORDS_SECONDS = 1;
    private static final long IDLE_LOOK_MILLIS = 1_000;

    private final SandboxGround ground;
    private final CommandEnds ends;
    private final BiConsumer<Kernel, List<Job>> onOver;
    private final RunStream out = new RunStream();
    private final RunStream err = new RunStream();
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private @Nullable Life life;
    private @Nullable KernelRun current;
    private Disposable idleLooks = Disposables.disposed();
    private boolean ending;
    private int runs;
    private long used = System.nanoTime();

    Kernel(SandboxGround ground, BiConsumer<Kernel, List<Job>> onOver) {
        this.ground = ground;
        this.ends = new CommandEnds(ground.confinement());
        this.onOver = onOver;
    }

    /** Begins to start it. */
    void start(Command first, String name) {
        KernelScript script = new KernelScript(ground.confinement(), ground.limits());
        try {
            ground.threads()
                    .pool()
                    .execute(() -> guarded(() -> {
                        WorkArea area = ground.area(first.home(), name);
                        script.write(area, first.language());
                        ProcessBuilder builder = ground.process(area);
                        ground.threads().starter().execute(() -> guarded(() -> live(area, builder.start())));
                    }));
        } catch (RejectedExecutionException closing) {
            failed(new ServiceError(503, "ServiceUnavailable", "The service is closing."));
        }
    }

    private void live(WorkArea area, Process process) {
        Life started = new Life(area, process, new ProcessTree(process));
        CompletableFuture<Void> exit =
                process.onExit().thenAccept(ended -> ground.confinement().sweep(ended, area));
        CompletableFuture<Void> said = CompletableFuture.allOf(
                CompletableFuture.runAsync(
                        () -> out.read(process.getInputStream()),
                        ground.threads().pool()),
                CompletableFuture.runAsync(
                        () -> err.read(process.getErrorStream()),
                        ground.threads().pool()));
        var unused = exit.thenCompose(ended -> said.completeOnTimeout(null, LAST_WORDS_SECONDS, TimeUnit.SECONDS))
                .whenCompleteAsync(
                        (all, failure) -> gone(started), ground.threads().pool());
        boolean doomed;
        synchronized (this) {
            life = started;
            doomed = ending;
        }
        if (doomed) {
            started.tree().kill();
        }
        advance();
    }

    /** Queues a job; false if this interpreter takes no more. */
    boolean submit(Job job) {
        synchronized (this) {
            if (ending) {
                return false;
            }
            waiting.add(job);
        }
        advance();
        return true;
    }

    private void advance() {
        KernelRun next;
        Life here;
        synchronized (this) {
            here = life;
            if (here == null || ending || current != null) {
                return;
            }
            used = System.nanoTime();
            Job job = waiting.poll();
            if (job == null) {
                lookWhileIdle(here);
                return;
            }
            idleLooks.dispose();
            next = new KernelRun(job, ++runs);
            current = next;
        }
        ground.threads().pool().execute(() -> begin(here, next));
    }

    /** What it started in the background goes on between runs, and is watched. */
    private void lookWhileIdle(Life here) {
        Watch watch = new Watch(this::end, here.tree(), ground.limits());
        idleLooks.dispose();
        idleLooks = ground.timer()
                .schedulePeriodically(
                        () -> ground.threads().pool().execute(watch::lookAtAll),
                        IDLE_LOOK_MILLIS,
                        IDLE_LOOK_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    private void begin(Life here, KernelRun run) {
        var unused = run.job().killing().thenRun(() -> doomed(run.job()));
        run.job().started(here.tree());
        ground.watch(run.job(), here.tree());
        try {
            run.begin(
                    here.area(),
                    ground.confinement(),
                    here.process().getOutputStream(),
                    out,
                    err,
                    () -> ground.threads().pool().execute(() -> finish(here, run)));
        } catch (IOException e) {
            here.tree().kill();
        }
    }

    /** Takes no more jobs; one that has begun since learns why it does not end well. */
    private void doomed(Job by) {
        KernelRun run;
        synchronized (this) {
            ending = true;
            run = current;
        }
        Kill why = by.killed();
        if (run != null && run.job() != by && why != null) {
            run.job().kill(why);
        }
    }

    private void finish(Life here, KernelRun run) {
        if (run.end()) {
            run.job().timers().dispose();
            var told = run.told(here.area(), ends);
            synchronized (this) {
                current = null;
            }
            advance();
            run.job().end().complete(told);
        }
    }

    /** The process has ended, whatever ended it. */
    private void gone(Life here) {
        KernelRun run;
        synchronized (this) {
            ending = true;
            run = current;
            idleLooks.dispose();
        }
        if (run != null && run.end()) {
            run.job().timers().dispose();
            run.job().end().complete(run.told(here.area(), ends, here.process().exitValue()));
        }
        here.area().delete();
        over();
    }

    private void over() {
        List<Job> left;
        synchronized (this) {
            left = new ArrayList<>(waiting);
            waiting.clear();
        }
        onOver.accept(this, left);
        over.complete(null);
    }

    private void failed(ServiceError why) {
        List<Job> refused;
        synchronized (this) {
            ending = true;
            refused = new ArrayList<>(waiting);
            waiting.clear();
        }
        refused.forEach(job -> job.end().completeExceptionally(why));
        over();
    }

    private void guarded(Step step) {
        try {
            step.run();
        } catch (ServiceError e) {
            failed(e);
        } catch (IOException | RuntimeException e) {
            failed(new ServiceError(500, "InternalError", "The interpreter could not be started: " + Reasons.of(e)));
        }
    }

    /** Kills it; the stage completes when nothing of it is left. */
    CompletionStage<Void> end(Kill why) {
        KernelRun run;
        Life here;
        synchronized (this) {
            ending = true;
            run = current;
            here = life;
        }
        if (run != null) {
            run.job().kill(why);
        }
        if (here != null) {
            here.tree().kill();
        }
        return over;
    }

    /** When it last had something to do; empty while it has. */
    synchronized @Nullable Long idleSince() {
        return life != null && current == null && waiting.isEmpty() ? used : null;
    }

    private record Life(WorkArea area, Process process, ProcessTree tree) {}

    private interface Step {
        void run() throws IOException;
    }
}
