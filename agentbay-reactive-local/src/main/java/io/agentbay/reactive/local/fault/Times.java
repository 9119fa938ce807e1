package io.agentbay.reactive.local.fault;

/** How often a fault strikes. */
final class Times {

    static final int UNLIMITED = -1;

    private Times() {}

    static int checked(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("times(" + n + "): a fault strikes at least once.");
        }
        return n;
    }
}
