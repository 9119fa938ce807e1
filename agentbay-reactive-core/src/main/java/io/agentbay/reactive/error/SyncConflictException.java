package io.agentbay.reactive.error;

import java.util.List;

/** Another session uploaded to the context meanwhile; nothing was uploaded. */
public final class SyncConflictException extends OutcomeException {

    private static final long serialVersionUID = 1L;

    private final List<String> paths;

    /** Creates the error with the paths concerned. */
    public SyncConflictException(String summary, List<String> paths, ErrorDetails details) {
        super(summary, details);
        this.paths = List.copyOf(paths);
    }

    /** Returns the mounts or files in conflict. */
    public List<String> paths() {
        return paths;
    }
}
