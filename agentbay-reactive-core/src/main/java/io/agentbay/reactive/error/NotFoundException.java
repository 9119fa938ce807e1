package io.agentbay.reactive.error;

import java.util.Objects;

/** What was asked for by name or id does not exist. */
public final class NotFoundException extends ServiceException {

    private static final long serialVersionUID = 1L;

    /** What kind of thing was missing. */
    public enum Kind {
        /** A context. */
        CONTEXT,
        /** A session. */
        SESSION,
        /** A file or directory. */
        FILE,
        /** A snapshot. */
        SNAPSHOT
    }

    private final Kind kind;
    private final String name;

    /** Creates the error for the thing of this kind and name. */
    public NotFoundException(String summary, Kind kind, String name, int httpStatus, ErrorDetails details) {
        super(summary, httpStatus, details);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.name = Objects.requireNonNull(name, "name");
    }

    /** Returns what kind of thing was missing. */
    public Kind kind() {
        return kind;
    }

    /** Returns the name, id or path that was asked for. */
    public String name() {
        return name;
    }
}
