package io.agentbay.reactive.stub;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One answer of a {@link ScriptedService}: status, headers, body, and how badly it is delivered. */
public record Answer(int status, Map<String, String> headers, byte[] body, Duration delay, Drop drop) {
    /** Where the connection is cut. */
    public enum Drop {
        NEVER,
        BEFORE_ANSWER,
        MID_BODY
    }

    /** Success without data. */
    public static Answer ok() {
        return json(
                200,
                "{\"Code\":\"ok\",\"Success\":true,\"Message\":\"Successful\",\"HttpStatusCode\":200,"
                        + "\"RequestId\":\"req-stub\"}");
    }

    /** Success with this JSON as {@code Data}. */
    public static Answer ok(String dataJson) {
        return ok(dataJson, "\"HttpStatusCode\":200");
    }

    /** Success with this JSON as {@code Data} and more members beside it, as {@code "\"NextToken\":\"t\""}. */
    public static Answer ok(String dataJson, String moreMembers) {
        return json(
                200,
                "{\"Code\":\"ok\",\"Success\":true,\"Message\":\"Successful\",\"RequestId\":\"req-stub\"," + moreMembers
                        + ",\"Data\":" + dataJson + "}");
    }

    /** Success of a tool call with this text. */
    public static Answer tool(String text) {
        return ok("{\"content\":[{\"type\":\"text\",\"text\":" + quote(text) + "}],\"isError\":false}");
    }

    /** A tool call that answered {@code isError}. */
    public static Answer toolError(String text) {
        return ok("{\"content\":[{\"type\":\"text\",\"text\":" + quote(text) + "}],\"isError\":true}");
    }

    /** A failure by HTTP status. */
    public static Answer error(int status, String code, String message) {
        return json(
                status,
                "{\"Code\":" + quote(code) + ",\"Message\":" + quote(message)
                        + ",\"RequestId\":\"req-error\",\"HttpStatusCode\":" + status + ",\"Success\":false}");
    }

    /** A failure in the envelope of an HTTP 200. */
    public static Answer refused(String code, String message) {
        return json(
                200,
                "{\"Code\":" + quote(code) + ",\"Message\":" + quote(message)
                        + ",\"RequestId\":\"req-refused\",\"HttpStatusCode\":400,\"Success\":false}");
    }

    /** Any JSON. */
    public static Answer json(int status, String body) {
        return raw(status, body).header("Content-Type", "application/json;charset=utf-8");
    }

    /** Any text, without a content type. */
    public static Answer raw(int status, String body) {
        return raw(status, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Any bytes, without a content type. */
    public static Answer raw(int status, byte[] body) {
        return new Answer(status, Map.of(), body, Duration.ZERO, Drop.NEVER);
    }

    /** The connection is closed without an answer, after the request was read. */
    public static Answer dropped() {
        return ok().drop(Drop.BEFORE_ANSWER);
    }

    public Answer header(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, Map.copyOf(more), body, delay, drop);
    }

    public Answer delayed(Duration time) {
        return new Answer(status, headers, body, time, drop);
    }

    public Answer drop(Drop where) {
        return new Answer(status, headers, body, delay, where);
    }

    /** A JSON string literal. */
    public static String quote(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
