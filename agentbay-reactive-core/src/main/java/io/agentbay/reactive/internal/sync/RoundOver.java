package io.agentbay.reactive.internal.sync;

/** Inside only: the round was over before its caller could join; join another. */
final class RoundOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RoundOver() {
        super("round is over", null, false, false);
    }
}
