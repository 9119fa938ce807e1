package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.format.StoredContent;

/** An object is not there, or is not what was stored; never leaves this package. */
final class BadObjectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean missing;

    BadObjectException(StoredContent content, boolean missing) {
        super(content.name());
        this.missing = missing;
    }

    boolean isMissing() {
        return missing;
    }
}
