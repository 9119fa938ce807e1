package io.agentbay.reactive.error;

import java.util.Objects;

/** A mount's download is not confirmed complete, so that uploading from it could delete files of the context; nothing was uploaded. */
public final class MountNotReadyException extends OutcomeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    /** Creates the error of one mount. */
    public MountNotReadyException(String summary, String path, ErrorDetails details) {
        super(summary, details);
        this.path = Objects.requireNonNull(path, "path");
    }

    /** Returns where the context is mounted in the session. */
    public String path() {
        return path;
    }
}
