package io.agentbay.reactive.error;

/** An upload would remove more than half of the files the context is known to hold; it was not started. */
public final class MassDeletionException extends OutcomeException {

    private static final long serialVersionUID = 1L;

    private final int files;

    /** Creates the error with the number of files that would be removed. */
    public MassDeletionException(String summary, int files, ErrorDetails details) {
        super(summary, details);
        this.files = files;
    }

    /** Returns how many files would be removed. */
    public int files() {
        return files;
    }
}
