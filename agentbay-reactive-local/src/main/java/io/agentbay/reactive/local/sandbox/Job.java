package io.agentbay.reactive.local.sandbox;

import io.agentbay.reactive.local.core.Command;
import io.agentbay.reactive.local.core.CommandEnd;
import io.agentbay.reactive.local.core.CommandOutput;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** One command from its request to its end: whatever kills it first is why it ended. */
final class Job {

    private final Command command;
    private final Capture stdout;
    private final Capture stderr;
    private final CompletableFuture<CommandEnd> end = new CompletableFuture<>();
    private final CompletableFuture<Void> killing = new CompletableFuture<>();
    private final AtomicReference<@Nullable Kill> kill = new AtomicReference<>();
    private final Disposable.Composite timers = Disposables.composite();
    private volatile @Nullable ProcessTree tree;

    Job(Command command, CommandOutput output, int keep) {
        this.command = command;
        this.stdout = new Capture(keep, piece -> output.wrote(false, piece));
        this.stderr = new Capture(keep, piece -> output.wrote(true, piece));
    }

    Command command() {
        return command;
    }

    Capture stdout() {
        return stdout;
    }

    Capture stderr() {
        return stderr;
    }

    CompletableFuture<CommandEnd> end() {
        return end;
    }

    Disposable.Composite timers() {
        return timers;
    }

    /** Completes right before it is killed, if it ever is. */
    CompletableFuture<Void> killing() {
        return killing;
    }

    @Nullable
    Kill killed() {
        return kill.get();
    }

    /** Knows its process from now on; one that was killed before it began is killed now. */
    void started(ProcessTree process) {
        tree = process;
        if (kill.get() != null) {
            process.kill();
        }
    }

    /** May block. */
    void kill(Kill why) {
        if (kill.compareAndSet(null, why)) {
            killing.complete(null);
            ProcessTree running = tree;
            if (running != null) {
                running.kill();
            }
        }
    }
}
