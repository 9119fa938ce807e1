package io.agentbay.reactive.internal.event;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.event.Progress;
import io.agentbay.reactive.observability.Movement;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What running work tells of itself; cheap, never blocks, never throws, safe from any thread. */
public interface ProgressSink {

    /** The type of an item's failure that is none: it is there and nothing needs it. */
    String EXTRA = "UnreferencedObject";

    /** Replaces the progress; told to listeners at most every so often, the latest always last. */
    void update(UnaryOperator<Progress> change);

    /** The session the operation concerns is known by now; later events name it. */
    void session(String id);

    /** So many files and bytes went this way in all; null when that is not known. Counted, not told. */
    void moved(Movement way, @Nullable Figure files, @Nullable Figure bytes);

    /** One item failed while the operation goes on. */
    void itemFailed(String item, Failure failure);
}
