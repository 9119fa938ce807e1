package io.agentbay.reactive.internal.event;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.event.Progress;
import java.util.function.UnaryOperator;

/** What running work tells of itself; cheap, never blocks, never throws, safe from any thread. */
public interface ProgressSink {

    /** Replaces the progress; told to listeners at most every so often, the latest always last. */
    void update(UnaryOperator<Progress> change);

    /** The session the operation concerns is known by now; later events name it. */
    void session(String id);

    /** One item failed while the operation goes on. */
    void itemFailed(String item, Failure failure);
}
