package io.agentbay.reactive.error;

import java.util.List;

/** Content was compared and differs from what it should be. */
public final class VerificationFailedException extends OutcomeException {

    private static final long serialVersionUID = 1L;

    private final List<String> missing;
    private final List<String> corrupt;
    private final List<String> extra;

    /** Creates the error with the paths that differ. */
    public VerificationFailedException(
            String summary, List<String> missing, List<String> corrupt, List<String> extra, ErrorDetails details) {
        super(summary, details);
        this.missing = List.copyOf(missing);
        this.corrupt = List.copyOf(corrupt);
        this.extra = List.copyOf(extra);
    }

    /** Returns the paths that should be there and are not. */
    public List<String> missing() {
        return missing;
    }

    /** Returns the paths whose content differs. */
    public List<String> corrupt() {
        return corrupt;
    }

    /** Returns the paths that should not be there. */
    public List<String> extra() {
        return extra;
    }
}
