package io.agentbay.reactive.internal.sync;

/** Is told how a round gets on; must be quick and must not throw. */
interface RoundWatcher {

    /** Watches nothing. */
    RoundWatcher NONE = (step, baseline) -> {};

    /**
     * @param baseline the largest start time that proves nothing; meaningful from {@link Step#TRIGGERING} on
     */
    void at(Step step, long baseline);

    /** The steps of a round; a lost trigger starts over. */
    enum Step {
        /** Settling, waiting for quiet, pacing. */
        WAITING,
        /** The trigger is sent; from now on it may have happened. */
        TRIGGERING,
        /** The trigger was acknowledged, or nobody knows. */
        TRIGGERED,
        /** The covering task is listed. */
        SEEN
    }
}
