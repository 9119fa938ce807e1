package io.agentbay.reactive.error;

import java.util.Objects;

/** A tool ran inside the session and reported an error of its own. */
public final class ToolFailedException extends ServiceException {

    private static final long serialVersionUID = 1L;

    private final String tool;

    /** Creates the error with the tool's own words as summary. */
    public ToolFailedException(String summary, String tool, int httpStatus, ErrorDetails details) {
        super(summary, httpStatus, details);
        this.tool = Objects.requireNonNull(tool, "tool");
    }

    /** Returns the name of the tool. */
    public String tool() {
        return tool;
    }
}
