package io.agentbay.reactive.local.sandbox;

import io.agentbay.reactive.local.core.CommandEnd;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** One run of code in an interpreter that stays. Both its streams say a marker nobody can guess when it has ended. */
final class KernelRun {

    private static final int STREAMS = 2;

    private final Job job;
    private final int number;
    private final long began = System.nanoTime();
    private final String marker = "\u001e" + UUID.randomUUID() + "\u001e";
    private final AtomicInteger open = new AtomicInteger(STREAMS);
    private final AtomicBoolean over = new AtomicBoolean();

    KernelRun(Job job, int number) {
        this.job = job;
        this.number = number;
    }

    Job job() {
        return job;
    }

    /** Tells the interpreter to run it; the runnable is called when both streams have ended it. */
    void begin(
            WorkArea area, Confinement confinement, OutputStream control, RunStream out, RunStream err, Runnable ended)
            throws IOException {
        area.write("cell-" + number, confinement.inward(area, job.command().text()));
        Runnable one = () -> {
            if (open.decrementAndGet() == 0) {
                ended.run();
            }
        };
        out.expect(job.stdout(), marker, one);
        err.expect(job.stderr(), marker, one);
        control.write((number + " " + marker + "\n").getBytes(StandardCharsets.UTF_8));
        control.flush();
    }

    /** Whether this is the call that ends it. */
    boolean end() {
        return over.compareAndSet(false, true);
    }

    /** What it came to when the interpreter lives on. */
    CommandEnd told(WorkArea area, CommandEnds ends) {
        return told(area, ends, area.number("exit-" + number));
    }

    /** What it came to. */
    CommandEnd told(WorkArea area, CommandEnds ends, int exitCode) {
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        CommandEnd end = ends.of(job, area, exitCode, area.report("report-" + number), took);
        area.deleteFile("cell-" + number);
        area.deleteFile("report-" + number);
        area.deleteFile("exit-" + number);
        return end.run(number);
    }
}
