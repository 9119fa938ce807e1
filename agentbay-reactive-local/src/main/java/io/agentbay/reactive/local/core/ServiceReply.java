package io.agentbay.reactive.local.core;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer to a call, before it becomes bytes.
 *
 * @param status HTTP status
 * @param code {@code ok}, or the service's error code
 * @param message words for people
 * @param fields {@code Data} and paging fields beside it; plain maps, lists, strings, numbers and booleans
 */
public record ServiceReply(int status, String code, String message, Map<String, Object> fields) {

    /** A success without data. */
    public static ServiceReply ok() {
        return new ServiceReply(200, "ok", "Successful", Map.of());
    }

    /** A success with data. */
    public static ServiceReply ok(Object data) {
        return new ServiceReply(200, "ok", "Successful", Map.of("Data", data));
    }

    /** A failure; with status 200 it is told by the body alone, as the service does for some. */
    public static ServiceReply error(int status, String code, String message) {
        return new ServiceReply(status, code, message, Map.of());
    }

    /** The same reply with one more field beside {@code Data}. */
    public ServiceReply with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new ServiceReply(status, code, message, more);
    }

    /** Whether the call succeeded. */
    public boolean success() {
        return code.equals("ok");
    }

    /** The body as UTF-8 JSON, in the envelope every client expects. */
    public byte[] json(String requestId) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("RequestId", requestId);
        envelope.put("Success", success());
        envelope.put("Code", code);
        envelope.put("Message", message);
        envelope.put("HttpStatusCode", status);
        envelope.putAll(fields);
        return Json.bytes(envelope);
    }
}
