package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.internal.json.JsonException;
import io.agentbay.reactive.internal.json.JsonValue;

/**
 * What a tool answered.
 *
 * @param text the first content's text, or else its blob or data
 * @param isError whether the tool said that it failed
 */
record ToolResult(String text, boolean isError) {

    /** From an object, or from a text that holds one or is itself the result. */
    static ToolResult of(JsonValue data) {
        var result = data.isText() ? unpacked(data) : data;
        if (result.isText()) {
            return new ToolResult(textOf(result), false);
        }
        if (!result.isObject()) {
            throw new JsonException("no tool result");
        }
        boolean failed = Boolean.TRUE.equals(result.get("isError").bool());
        return new ToolResult(content(result, failed), failed);
    }

    private static JsonValue unpacked(JsonValue text) {
        try {
            var inner = text.inner();
            return inner.isObject() && inner.get("content").isArray() ? inner : text;
        } catch (JsonException e) {
            return text;
        }
    }

    private static String content(JsonValue result, boolean failed) {
        var contents = result.get("content").items();
        if (contents.isEmpty() && !failed && !result.get("content").isArray()) {
            throw new JsonException("no content");
        }
        return contents.isEmpty() ? "" : textOf(contents.get(0).firstOf("text", "blob", "data"));
    }

    private static String textOf(JsonValue value) {
        var text = value.text();
        return text != null ? text : value.isAbsent() ? "" : value.toJson();
    }
}
