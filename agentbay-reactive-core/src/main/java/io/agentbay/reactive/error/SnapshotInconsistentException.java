package io.agentbay.reactive.error;

import java.util.List;

/** Files kept changing while a snapshot was taken of them; there is no snapshot. */
public final class SnapshotInconsistentException extends OutcomeException {

    private static final long serialVersionUID = 1L;

    private final List<String> paths;

    /** Creates the error with the files that changed. */
    public SnapshotInconsistentException(String summary, List<String> paths, ErrorDetails details) {
        super(summary, details);
        this.paths = List.copyOf(paths);
    }

    /** Returns the files that changed, at most the first 1,000. */
    public List<String> paths() {
        return paths;
    }

    /** Whether it may go well at a quieter time: yes. */
    @Override
    public boolean retryable() {
        return true;
    }
}
