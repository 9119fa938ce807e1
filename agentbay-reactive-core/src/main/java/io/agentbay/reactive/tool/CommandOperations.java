package io.agentbay.reactive.tool;

import reactor.core.publisher.Mono;

/**
 * Commands in a session's shell, and code in its interpreters.
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

    /**
     * Runs source code for at most 60 s.
     *
     * <p>Code that ends with an error of its own is a {@code CodeFailedException} with that error and all output. Never
     * sent a second time.
     */
    Mono<CodeResult> code(Language language, String source);

    /** Runs source code as {@code request} says. */
    Mono<CodeResult> code(CodeRequest request);

    /** The languages a session's interpreters know. */
    enum Language {
        /** Python. */
        PYTHON,
        /** JavaScript. */
        JAVASCRIPT,
        /** R. */
        R,
        /** Java. */
        JAVA
    }
}
