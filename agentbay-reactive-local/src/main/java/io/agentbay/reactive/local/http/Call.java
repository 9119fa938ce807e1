package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServerRequest;

/** A call as it came: its action and fields, not yet authenticated. */
record Call(String action, Map<String, String> fields) {

    private static final Set<String> WITHOUT_KEY = Set.of("ApplyMqttToken", "HandleAIEngineMessage");

    /** Reads the action from the query, the form, or the header; query and form must agree. */
    static Call of(HttpServerRequest request, byte[] body) {
        Map<String, String> fields = FormDecoder.merge(Targets.query(request.uri()), body);
        String header = request.requestHeaders().get("x-acs-action", "");
        String action = fields.getOrDefault("Action", "");
        if (action.isEmpty() && header.isEmpty()) {
            throw new ServiceError(
                    400, "MissingAction", "Action is mandatory: as a query field or as header x-acs-action.");
        }
        return new Call(action.isEmpty() ? header : action, fields);
    }

    /** The tool this call asks for; null when it asks for none. */
    @Nullable
    String tool() {
        return action.equals("CallMcpTool") ? fields.get("Name") : null;
    }

    /** Whether it is one of the two actions that bring the token of a session instead. */
    boolean needsNoKey() {
        return WITHOUT_KEY.contains(action);
    }

    String authorization() {
        return fields.getOrDefault("Authorization", "");
    }
}
