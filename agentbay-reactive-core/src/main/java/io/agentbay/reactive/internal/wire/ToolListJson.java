package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.internal.json.JsonException;
import io.agentbay.reactive.internal.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tool lists: an array or a text that holds one, with two spellings of every key. */
final class ToolListJson {
    private ToolListJson() {}

    /** Which server runs which tool. A list nobody can read only costs the faster route, so it is no error. */
    static Map<String, String> servers(@Nullable JsonValue list) {
        var servers = new LinkedHashMap<String, String>();
        for (JsonValue tool : lenient(list)) {
            var name = tool.firstOf("name", "Name").text();
            var server = tool.firstOf("server", "Server", "serverName").text();
            if (name != null && server != null) {
                servers.put(name, server);
            }
        }
        return Map.copyOf(servers);
    }

    private static List<JsonValue> lenient(@Nullable JsonValue list) {
        try {
            return list == null ? List.of() : list.inner().items();
        } catch (JsonException e) {
            return List.of();
        }
    }

    /** The tools of an image. */
    static List<ToolWire.ToolData> tools(JsonValue list) {
        return Reply.elements(list.inner()).stream().map(ToolListJson::tool).toList();
    }

    private static ToolWire.ToolData tool(JsonValue tool) {
        var description = tool.firstOf("description", "Description").text();
        return new ToolWire.ToolData(
                Reply.required(tool.firstOf("name", "Name").text(), "name"),
                description == null ? "" : description,
                schema(tool.firstOf("inputSchema", "InputSchema")),
                tool.firstOf("server", "Server", "serverName").text());
    }

    private static String schema(JsonValue schema) {
        if (schema.isAbsent()) {
            return "{}";
        }
        var text = schema.isText() ? schema.text() : null;
        return text == null ? schema.toJson() : text;
    }
}
