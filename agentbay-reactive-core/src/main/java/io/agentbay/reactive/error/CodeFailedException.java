package io.agentbay.reactive.error;

import java.util.Objects;

/** Code ran inside a session and ended with an error of its own. */
public final class CodeFailedException extends ServiceException {

    private static final long serialVersionUID = 1L;

    private final String error;
    private final String stdout;
    private final String stderr;

    /** Creates the error with the code's own words and everything it printed. */
    public CodeFailedException(
            String summary, String error, String stdout, String stderr, int httpStatus, ErrorDetails details) {
        super(summary, httpStatus, details);
        this.error = Objects.requireNonNull(error, "error");
        this.stdout = Objects.requireNonNull(stdout, "stdout");
        this.stderr = Objects.requireNonNull(stderr, "stderr");
    }

    /** Returns the error in the interpreter's words, its trace included where there is one. */
    public String error() {
        return error;
    }

    /** Returns what the code printed before it failed. */
    public String stdout() {
        return stdout;
    }

    /** Returns what the code printed as errors. */
    public String stderr() {
        return stderr;
    }
}
