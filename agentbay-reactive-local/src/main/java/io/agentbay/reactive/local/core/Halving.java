package io.agentbay.reactive.local.core;

/** Leaves every second file out of an upload that a fault cuts in half; else none. */
final class Halving {

    private final boolean halves;
    private int files;

    Halving(TaskFault fault) {
        halves = fault.halves();
    }

    boolean leavesOutNext() {
        return halves && files++ % 2 == 1;
    }
}
