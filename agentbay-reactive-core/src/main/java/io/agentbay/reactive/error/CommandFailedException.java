package io.agentbay.reactive.error;

import java.util.Objects;

/** A command ran to its end with an exit code other than 0. */
public final class CommandFailedException extends ServiceException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String stdout;
    private final String stderr;

    /** Creates the error with everything the command printed. */
    public CommandFailedException(
            String summary, int exitCode, String stdout, String stderr, int httpStatus, ErrorDetails details) {
        super(summary, httpStatus, details);
        this.exitCode = exitCode;
        this.stdout = Objects.requireNonNull(stdout, "stdout");
        this.stderr = Objects.requireNonNull(stderr, "stderr");
    }

    /** Returns the exit code. */
    public int exitCode() {
        return exitCode;
    }

    /** Returns what the command printed. */
    public String stdout() {
        return stdout;
    }

    /** Returns what the command printed as errors. */
    public String stderr() {
        return stderr;
    }
}
