package io.agentbay.reactive.internal.tool;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.internal.json.JsonException;
import io.agentbay.reactive.internal.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What a session sends by its socket.
 *
 * @param id of the invocation it answers, or any other id
 * @param source who says it; empty when nobody is named
 * @param error why an invocation failed; empty when it did not
 * @param data what is said
 */
record SocketFrame(String id, String source, String error, JsonValue data) {

    private static final String THE_SOCKET_ITSELF = "WEBSOCKET_SERVER";

    /** Reads a frame; a {@code JsonException} when it names no id, so that nobody can be meant. */
    static SocketFrame of(JsonValue json) {
        var id = json.firstOf("invocationId", "requestId");
        if (!id.isText()) {
            throw new JsonException("a frame without an id");
        }
        var data = json.get("data").isText() ? json.get("data").inner() : json.get("data");
        var top = text(json.get("error"));
        return new SocketFrame(
                String.valueOf(id.text()),
                text(json.get("source")),
                top.isEmpty() ? text(data.get("error")) : top,
                data);
    }

    private static String text(JsonValue value) {
        var text = value.isText() ? value.text() : null;
        return text == null ? "" : text;
    }

    /** Whether nothing more answers the invocation. */
    boolean isLast() {
        return source.equals(THE_SOCKET_ITSELF) || phase().equals("end");
    }

    /** Why the invocation fails; null when it does not. */
    @Nullable
    AgentBayException failure() {
        var details = ErrorDetails.of("WebSocket").mayHaveHappened(true);
        if (!error.isEmpty()) {
            return new ToolFailedException(error, "WebSocket", 200, details);
        }
        return isLast() || phase().equals("event")
                ? null
                : new UnexpectedResponseException("A session sent a message of unknown phase", data.toJson(), details);
    }

    private String phase() {
        return text(data.get("phase"));
    }
}
