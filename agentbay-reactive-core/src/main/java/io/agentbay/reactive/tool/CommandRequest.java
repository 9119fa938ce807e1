package io.agentbay.reactive.tool;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A command line to run in a session. Immutable: each call on it returns a new one. */
public final class CommandRequest {

    /** How long a command may run unless asked otherwise: 50 s, as the service's own clients ask. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(50);

    private final String command;
    private final @Nullable String directory;
    private final Map<String, String> environment;
    private final Duration timeout;
    private final boolean anyExitCode;

    private CommandRequest(
            String command,
            @Nullable String directory,
            Map<String, String> environment,
            Duration timeout,
            boolean anyExitCode) {
        this.command = command;
        this.directory = directory;
        this.environment = environment;
        this.timeout = timeout;
        this.anyExitCode = anyExitCode;
    }

    /** The command line {@code command}, for the session's shell to read. */
    public static CommandRequest of(String command) {
        if (command.isBlank()) {
            throw new IllegalArgumentException("command must not be blank: give a command line to run");
        }
        return new CommandRequest(command, null, Map.of(), DEFAULT_TIMEOUT, false);
    }

    /** Runs it in {@code directory}; default: where the session's shell starts. */
    public CommandRequest in(String directory) {
        return new CommandRequest(
                command, Objects.requireNonNull(directory, "directory"), environment, timeout, anyExitCode);
    }

    /** Adds one variable to its environment. */
    public CommandRequest environment(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return new CommandRequest(command, directory, Collections.unmodifiableMap(all), timeout, anyExitCode);
    }

    /** Lets it run for at most {@code timeout}, a millisecond or more, told to the service; default 50 s. */
    public CommandRequest timeout(Duration timeout) {
        if (timeout.toMillis() <= 0) {
            throw new IllegalArgumentException("timeout must be at least a millisecond, but was " + timeout);
        }
        return new CommandRequest(command, directory, environment, timeout, anyExitCode);
    }

    /** Completes with the result whatever the exit code is. */
    public CommandRequest acceptingAnyExitCode() {
        return new CommandRequest(command, directory, environment, timeout, true);
    }

    /** The command line. */
    public String command() {
        return command;
    }

    /** The directory to run in, null for the shell's own. */
    public @Nullable String directory() {
        return directory;
    }

    /** The added variables, unmodifiable. */
    public Map<String, String> environment() {
        return environment;
    }

    /** How long it may run. */
    public Duration timeout() {
        return timeout;
    }

    /** Whether an exit code other than 0 is a result instead of an error. */
    public boolean acceptsAnyExitCode() {
        return anyExitCode;
    }
}
