package io.agentbay.reactive.tool;

import reactor.core.publisher.Mono;

/**
 * Commands in a session's shell.
 *
 * <p>Safe for use from any thread; every publisher is cold. A command is never sent a second time: after a lost answer
 * the error says that it may have happened. A cancel stops waiting; the command inside the session goes on until its
 * timeout.
 */
public interface CommandOperations {

    /**
     * Runs a command line for at most 50 s.
     *
     * <p>An exit code other than 0 is a {@code CommandFailedException} with the code and all output.
     */
    Mono<CommandResult> run(String command);

    /** Runs a command line as {@code request} says. */
    Mono<CommandResult> run(CommandRequest request);
}
