package io.agentbay.reactive.internal.snapshot.format;

import org.jspecify.annotations.Nullable;

/** A document is not what was written, or of a later version. */
public final class DocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    DocumentException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
