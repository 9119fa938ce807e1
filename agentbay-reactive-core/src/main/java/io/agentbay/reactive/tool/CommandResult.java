package io.agentbay.reactive.tool;

import java.util.Objects;

/**
 * What a finished command left.
 *
 * @param exitCode 0 when it succeeded
 * @param stdout everything it printed, empty when nothing
 * @param stderr everything it printed as errors, empty when nothing
 */
public record CommandResult(int exitCode, String stdout, String stderr) {

    /** Checks that nothing is missing. */
    public CommandResult {
        Objects.requireNonNull(stdout, "stdout");
        Objects.requireNonNull(stderr, "stderr");
    }
}
