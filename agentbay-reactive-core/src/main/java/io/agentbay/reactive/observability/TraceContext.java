package io.agentbay.reactive.observability;

import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** What of a caller's context goes along into work that others share: the trace it belongs to, and nothing else. */
public final class TraceContext {

    private TraceContext() {}

    /** Returns a context with the trace of this one alone. */
    public static Context of(ContextView caller) {
        return caller.hasKey(ObservationThreadLocalAccessor.KEY)
                ? Context.of(ObservationThreadLocalAccessor.KEY, caller.<Object>get(ObservationThreadLocalAccessor.KEY))
                : Context.empty();
    }
}
