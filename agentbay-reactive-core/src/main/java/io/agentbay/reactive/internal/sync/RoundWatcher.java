package io.agentbay.reactive.internal.sync;

/** Is told how a round gets on; must be quick and must not throw. */
interface RoundWatcher {

    /** Watches nothing. */
    RoundWatcher NONE = step -> {};

    void at(Step step);

    /** The steps of a round; a lost trigger starts over. */
    enum Step {
        /** Settling, waiting for quiet, pacing. */
        WAITING,
        /** The trigger was acknowledged, or nobody knows. */
        TRIGGERED,
        /** The covering task is listed. */
        SEEN
    }
}
