package io.agentbay.reactive.local.sandbox;

import java.util.ArrayDeque;
import java.util.Queue;

/** Lets a number of commands run at a time; who comes later waits without a thread. */
final class Turns {

    private final int atATime;
    private final int waiting;
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private int running;

    Turns(int atATime, int waiting) {
        this.atATime = atATime;
        this.waiting = waiting;
    }

    /** Runs this now or when a turn is given back; false if too many wait already. */
    boolean take(Runnable work) {
        synchronized (this) {
            if (running >= atATime) {
                return queue.size() < waiting && queue.add(work);
            }
            running++;
        }
        work.run();
        return true;
    }

    void giveBack() {
        Runnable next;
        synchronized (this) {
            next = queue.poll();
            if (next == null) {
                running--;
                return;
            }
        }
        next.run();
    }
}
