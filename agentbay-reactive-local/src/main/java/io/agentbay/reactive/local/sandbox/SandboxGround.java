package io.agentbay.reactive.local.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;

/** What everything that runs stands on. */
record SandboxGround(
        Path data, Confinement confinement, SandboxLimits limits, SandboxThreads threads, Scheduler timer) {

    WorkArea area(String home, String name) throws IOException {
        return WorkArea.create(data.resolve(home), name);
    }

    /** A process that runs the start script of an area, with nothing of this process's variables. */
    ProcessBuilder process(WorkArea area) throws IOException {
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
        return builder;
    }

    /** Watches a job from now on: its time, its processes, its memory. */
    void watch(Job job, ProcessTree tree) {
        Duration timeout = job.command().timeout();
        Duration granted = timeout.compareTo(limits.longest()) > 0 ? limits.longest() : timeout;
        long look = limits.look().toMillis();
        Watch watch = new Watch(job::kill, tree, limits);
        job.timers()
                .add(timer.schedule(
                        () -> threads.pool().execute(() -> job.kill(Kill.timeout(granted))),
                        granted.toMillis(),
                        TimeUnit.MILLISECONDS));
        job.timers()
                .add(timer.schedulePeriodically(
                        () -> threads.pool().execute(watch::look), look, look, TimeUnit.MILLISECONDS));
    }
}
