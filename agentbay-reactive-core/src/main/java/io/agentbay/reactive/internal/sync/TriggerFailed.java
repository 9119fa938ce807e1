package io.agentbay.reactive.internal.sync;

/** Inside only: the call that triggers a sync failed, as opposed to the wait after it. */
final class TriggerFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Throwable failure;

    TriggerFailed(Throwable failure) {
        super(failure.getMessage(), failure, false, false);
        this.failure = failure;
    }

    Throwable cause() {
        return failure;
    }
}
