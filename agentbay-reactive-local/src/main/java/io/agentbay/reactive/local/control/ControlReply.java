package io.agentbay.reactive.local.control;

import io.agentbay.reactive.local.core.Json;
import java.util.Map;

/** One answer of the control API: status, type and the whole body. */
public record ControlReply(int status, String contentType, byte[] body) {

    private static final String JSON = "application/json;charset=utf-8";

    static ControlReply ok(Map<String, Object> json) {
        return new ControlReply(200, JSON, Json.bytes(json));
    }

    static ControlReply created(Map<String, Object> json) {
        return new ControlReply(201, JSON, Json.bytes(json));
    }

    /** A failure in words that never hold a secret. */
    public static ControlReply error(int status, String words) {
        return new ControlReply(status, JSON, Json.bytes(Map.of("error", words)));
    }
}
