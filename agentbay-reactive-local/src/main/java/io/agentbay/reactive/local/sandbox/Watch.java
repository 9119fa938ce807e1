package io.agentbay.reactive.local.sandbox;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Looks at what a command uses, again and again: cheaply often, because processes can double within milliseconds, and
 * at each of its processes now and then. One look at a time.
 */
final class Watch {

    private static final int FULL_LOOK_EACH = 4;

    private final Consumer<Kill> kill;
    private final ProcessTree tree;
    private final SandboxLimits limits;
    private final int threadsBefore = ProcessTree.threadsOfMachine();
    private final AtomicBoolean looking = new AtomicBoolean();
    private int looks;

    Watch(Consumer<Kill> kill, ProcessTree tree, SandboxLimits limits) {
        this.kill = kill;
        this.tree = tree;
        this.limits = limits;
    }

    void look() {
        if (looking.compareAndSet(false, true)) {
            try {
                lookAlone();
            } finally {
                looking.set(false);
            }
        }
    }

    private void lookAlone() {
        boolean crowded = ProcessTree.threadsOfMachine() - threadsBefore > limits.processes();
        if (crowded || ++looks % FULL_LOOK_EACH == 0) {
            lookAtAll();
        }
    }

    /** Looks at each process, which costs more the more there are on the machine. */
    void lookAtAll() {
        List<ProcessHandle> processes = tree.descendants();
        if (processes.size() > limits.processes()) {
            kill.accept(Kill.processes(limits.processes()));
        } else if (ProcessTree.memory(processes) > limits.memoryBytes()) {
            kill.accept(Kill.memory(limits.memoryBytes()));
        }
    }
}
