package io.agentbay.reactive.local.core;

import java.util.List;
import java.util.Map;

/** The actions that list tools and call them. */
final class ToolActions {

    private final Ground ground;
    private final SessionTable sessions;
    private final SessionLife life;
    private final Tools tools = new Tools();

    ToolActions(Ground ground, SessionTable sessions, SessionLife life) {
        this.ground = ground;
        this.sessions = sessions;
        this.life = life;
        ReadTools.register(tools);
        WriteTools.register(tools);
        LookTools.register(tools);
        TreeTools.register(tools);
        new MachineTools(ground).register(tools);
    }

    void register(Actions actions) {
        actions.add("ListMcpTools", fields -> ServiceReply.ok(Json.text(tools.list())));
        actions.add("CallMcpTool", this::call);
    }

    private ServiceReply call(Fields fields) {
        StoredSession session = sessions.alive(fields);
        if (session.status() != SessionStatus.RUNNING) {
            throw new ServiceError(
                    400, "InvalidMcpSession.Status", "Resource [McpSession] is " + session.status() + ".");
        }
        session.touch(ground.now());
        String name = fields.get("Name");
        Map<String, Object> arguments = arguments(fields);
        return ServiceReply.ok(result(name, new ToolCall(session, life.files(session), arguments)));
    }

    @SuppressWarnings("NullAway") // JSON null is read as an absent argument
    private static Map<String, Object> arguments(Fields fields) {
        return Json.object("Args", fields.find("Args").orElse("{}"));
    }

    private Map<String, Object> result(String name, ToolCall call) {
        try {
            return content(tools.run(name, call), false);
        } catch (ToolFailure | ServiceError e) {
            return content(String.valueOf(e.getMessage()), true);
        }
    }

    private static Map<String, Object> content(String text, boolean error) {
        return Map.of("content", List.of(Map.of("type", "text", "text", text)), "isError", error);
    }
}
