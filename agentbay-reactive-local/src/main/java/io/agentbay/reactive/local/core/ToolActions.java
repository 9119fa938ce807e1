package io.agentbay.reactive.local.core;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The actions that list tools and call them. */
final class ToolActions {

    private final SessionTable sessions;
    private final ToolDesk desk;

    ToolActions(SessionTable sessions, ToolDesk desk) {
        this.sessions = sessions;
        this.desk = desk;
    }

    void register(Actions actions) {
        actions.add("ListMcpTools", fields -> ServiceReply.ok(Json.text(desk.list())));
        actions.addLater("CallMcpTool", this::call);
    }

    private CompletionStage<ServiceReply> call(Fields fields) {
        return desk.call(sessions.alive(fields), fields.get("Name"), arguments(fields))
                .thenApply(ServiceReply::ok);
    }

    @SuppressWarnings("NullAway") // JSON null is read as an absent argument
    private static Map<String, Object> arguments(Fields fields) {
        return Json.object("Args", fields.find("Args").orElse("{}"));
    }
}
