package io.agentbay.reactive.local.core;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Runs programs on the files of sessions. Safe for use by several threads; its methods never wait for a program. */
public interface CommandRunner {

    /**
     * Begins a command. The stage completes when every process of it is gone, exceptionally with a {@link ServiceError}
     * when it could not be run at all.
     */
    CompletionStage<CommandEnd> run(Command command, CommandOutput output);

    /** Kills whatever runs for a session; the stage completes when all of it is gone. */
    CompletionStage<Void> end(String sessionId);

    /** Runs nothing. */
    static CommandRunner refusing(String why) {
        return new CommandRunner() {
            @Override
            public CompletionStage<CommandEnd> run(Command command, CommandOutput output) {
                return CompletableFuture.failedFuture(noCommands(why));
            }

            @Override
            public CompletionStage<Void> end(String sessionId) {
                return CompletableFuture.completedFuture(null);
            }
        };
    }

    /** The refusal of a service that runs no commands. */
    static ServiceError noCommands(String why) {
        return new ServiceError(400, "UnsupportedOperation", "The local service runs no commands here: " + why);
    }
}
