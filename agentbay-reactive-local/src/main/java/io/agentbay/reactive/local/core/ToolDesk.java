package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Where tools are called, whatever way the call came: for sessions that run, which are not idle then. */
final class ToolDesk {

    private final Ground ground;
    private final SessionLife life;
    private final CommandTools commands;
    private final Tools tools = new Tools();

    ToolDesk(Ground ground, SessionLife life, CommandRunner runner) {
        this.ground = ground;
        this.life = life;
        this.commands = new CommandTools(ground, runner);
        ReadTools.register(tools);
        WriteTools.register(tools);
        LookTools.register(tools);
        TreeTools.register(tools);
        new MachineTools(ground).register(tools);
        commands.register(tools);
    }

    List<Map<String, Object>> list() {
        return tools.list();
    }

    CompletionStage<Map<String, Object>> call(
            StoredSession session, String tool, Map<String, @Nullable Object> arguments) {
        ToolCall call = admitted(session, arguments);
        try {
            return tools.run(tool, call).thenApply(text -> content(text, false)).exceptionally(ToolDesk::failed);
        } catch (ToolFailure | ServiceError e) {
            return CompletableFuture.completedFuture(failed(e));
        }
    }

    CompletionStage<CodeEnd> code(
            StoredSession session, Map<String, @Nullable Object> arguments, CommandOutput output) {
        ToolCall call = admitted(session, arguments);
        CodeRequest request = CodeRequest.of(arguments);
        return session.use()
                .with(() -> commands.code(call, request, output))
                .thenApply(end -> new CodeEnd(CodeText.results(end), CodeText.error(end), end.took(), end.run()));
    }

    ChangeFeed changes(StoredSession session, String path) {
        ToolCall call = admitted(session, Map.of());
        try {
            return new ChangeFeed(session, call.files(), Keys.path("path", path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ToolCall admitted(StoredSession session, Map<String, @Nullable Object> arguments) {
        if (!session.alive()) {
            throw ServiceError.noSession();
        }
        if (session.status() != SessionStatus.RUNNING) {
            throw new ServiceError(
                    400, "InvalidMcpSession.Status", "Resource [McpSession] is " + session.status() + ".");
        }
        session.touch(ground.now());
        return new ToolCall(session, life.files(session), arguments);
    }

    /** What the tool says against the call is its result; anything else is the service's failure. */
    private static Map<String, Object> failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ToolFailure || cause instanceof ServiceError) {
            return content(String.valueOf(cause.getMessage()), true);
        }
        throw new CompletionException(cause);
    }

    private static Map<String, Object> content(String text, boolean error) {
        return Map.of("content", List.of(Map.of("type", "text", "text", text)), "isError", error);
    }
}
