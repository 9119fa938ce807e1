package io.agentbay.reactive.local.core;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The actions that list tools and call them. */
final class ToolActions {

    private final Ground ground;
    private final SessionTable sessions;
    private final SessionLife life;
    private final Tools tools = new Tools();

    ToolActions(Ground ground, SessionTable sessions, SessionLife life, CommandRunner runner) {
        this.ground = ground;
        this.sessions = sessions;
        this.life = life;
        ReadTools.register(tools);
        WriteTools.register(tools);
        LookTools.register(tools);
        TreeTools.register(tools);
        new MachineTools(ground).register(tools);
        new CommandTools(ground, runner).register(tools);
    }

    void register(Actions actions) {
        actions.add("ListMcpTools", fields -> ServiceReply.ok(Json.text(tools.list())));
        actions.addLater("CallMcpTool", this::call);
    }

    private CompletionStage<ServiceReply> call(Fields fields) {
        StoredSession session = sessions.alive(fields);
        if (session.status() != SessionStatus.RUNNING) {
            throw new ServiceError(
                    400, "InvalidMcpSession.Status", "Resource [McpSession] is " + session.status() + ".");
        }
        session.touch(ground.now());
        String name = fields.get("Name");
        Map<String, Object> arguments = arguments(fields);
        return result(name, new ToolCall(session, life.files(session), arguments))
                .thenApply(ServiceReply::ok);
    }

    @SuppressWarnings("NullAway") // JSON null is read as an absent argument
    private static Map<String, Object> arguments(Fields fields) {
        return Json.object("Args", fields.find("Args").orElse("{}"));
    }

    private CompletionStage<Map<String, Object>> result(String name, ToolCall call) {
        try {
            return tools.run(name, call).thenApply(text -> content(text, false)).exceptionally(ToolActions::failed);
        } catch (ToolFailure | ServiceError e) {
            return CompletableFuture.completedFuture(failed(e));
        }
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
