package io.agentbay.reactive.internal.autosync;

import java.util.concurrent.atomic.AtomicInteger;

/** How many directories the automatic syncs of one client watch at once: each watch polls, and polls cost. */
final class WatchSlots {

    static final int MOST = 256;

    private final AtomicInteger taken = new AtomicInteger();

    boolean take() {
        return taken.getAndUpdate(now -> now < MOST ? now + 1 : now) < MOST;
    }

    void giveBack() {
        taken.decrementAndGet();
    }
}
