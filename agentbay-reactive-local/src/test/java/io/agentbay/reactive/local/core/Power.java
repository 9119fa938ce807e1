package io.agentbay.reactive.local.core;

import java.io.IOException;

/**
 * The power of a machine in memory. Each operation of its disk and ledger takes two steps, one before its effect and one
 * after; at a chosen step the power goes, that operation fails, and so does every one after it. Not hearing of an
 * operation whose effect was there is the case of the second step.
 */
public final class Power {

    private long steps;
    private long cutAt = Long.MAX_VALUE;
    private boolean off;

    /** Cuts the power at this step, counted from 0. */
    public synchronized void cutAt(long step) {
        cutAt = step;
    }

    /** Cuts the power now. */
    public synchronized void cut() {
        off = true;
    }

    /** Whether there is power; what is answered without it was not answered. */
    public synchronized boolean on() {
        return !off;
    }

    /** Steps taken so far. */
    public synchronized long steps() {
        return steps;
    }

    synchronized void step(String what) throws PowerLostException {
        if (off || steps++ >= cutAt) {
            off = true;
            throw new PowerLostException(what);
        }
    }

    /** An operation met the end of the power. */
    public static final class PowerLostException extends IOException {

        private static final long serialVersionUID = 1L;

        PowerLostException(String what) {
            super("the power was lost at " + what);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
