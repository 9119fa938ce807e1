package io.agentbay.reactive.internal.sync;

/** Inside only: a file of the context changed after it was looked at; look again. */
final class MergeMoved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    MergeMoved(String path) {
        super("changed meanwhile: " + path, null, false, false);
        this.path = path;
    }

    /** Absolute, in the session. */
    String path() {
        return path;
    }
}
