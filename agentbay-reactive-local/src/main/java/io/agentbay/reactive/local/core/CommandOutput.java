package io.agentbay.reactive.local.core;

/** Is told what a command writes while it runs, piece by piece; called from several threads, and must not block long. */
@FunctionalInterface
public interface CommandOutput {

    /** Is told of the next piece of standard output or standard error, cut between characters. */
    void wrote(boolean error, String piece);

    /** Does not listen. */
    static CommandOutput ignored() {
        return (error, piece) -> {};
    }
}
