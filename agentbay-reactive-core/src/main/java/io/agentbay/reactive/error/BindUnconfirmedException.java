package io.agentbay.reactive.error;

import io.agentbay.reactive.common.ContextId;
import java.util.Objects;

/** Nobody knows whether a context was mounted in a running session: the service took the request, or its answer was lost, and does not list it. */
public final class BindUnconfirmedException extends OutcomeException {

    private static final long serialVersionUID = 1L;

    private final ContextId context;
    private final String path;

    /** Creates the error of one mount. */
    public BindUnconfirmedException(String summary, ContextId context, String path, ErrorDetails details) {
        super(summary, details);
        this.context = Objects.requireNonNull(context, "context");
        this.path = Objects.requireNonNull(path, "path");
    }

    /** Returns the context that was to be mounted. */
    public ContextId context() {
        return context;
    }

    /** Returns where it was to be mounted. */
    public String path() {
        return path;
    }
}
