package io.agentbay.reactive.internal.sync;

/** Inside only: a trigger came to nothing, and nothing speaks against another. */
final class TriggerAgain extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Throwable failure;

    TriggerAgain(Throwable failure) {
        super(failure.getMessage(), failure, false, false);
        this.failure = failure;
    }

    Throwable cause() {
        return failure;
    }
}
