package io.agentbay.reactive.local.core;

import java.time.Duration;
import java.util.List;

/**
 * How a command ended.
 *
 * @param exitCode of the program; 124 when it was killed at its timeout, 137 when it broke a limit or its session ended
 * @param stdout its standard output, cut at the limit
 * @param stderr its standard error, with a line about what was cut or why it was killed
 * @param report what the program's value or failure was, one JSON object a line; none for command lines
 * @param took how long it ran
 * @param run the how manieth run of its interpreter it was; 1 for the first
 */
public record CommandEnd(int exitCode, String stdout, String stderr, List<String> report, Duration took, int run) {

    /** The exit code of a command killed at its timeout, as the program {@code timeout} gives it. */
    public static final int TIMED_OUT = 124;

    /** The exit code of a killed command. */
    public static final int KILLED = 137;

    /** Of the first run of an interpreter. */
    public CommandEnd(int exitCode, String stdout, String stderr, List<String> report, Duration took) {
        this(exitCode, stdout, stderr, report, took, 1);
    }

    /** The same, as the n-th run of its interpreter. */
    public CommandEnd run(int number) {
        return new CommandEnd(exitCode, stdout, stderr, report, took, number);
    }
}
