package io.agentbay.reactive.error;

import java.util.List;

/** A download would overwrite what this handle wrote and did not upload; nothing was downloaded. */
public final class UnsavedChangesException extends OutcomeException {

    private static final long serialVersionUID = 1L;

    private final List<String> paths;

    /** Creates the error with the paths concerned. */
    public UnsavedChangesException(String summary, List<String> paths, ErrorDetails details) {
        super(summary, details);
        this.paths = List.copyOf(paths);
    }

    /** Returns the paths written and not uploaded. */
    public List<String> paths() {
        return paths;
    }
}
