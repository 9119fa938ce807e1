package io.agentbay.reactive.observability;

import java.util.Locale;

/** Which way files go. */
public enum Movement {
    /** From session to context. */
    UPLOAD,
    /** From context to session. */
    DOWNLOAD,
    /** From this machine to the service. */
    IN,
    /** From the service to this machine. */
    OUT;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
