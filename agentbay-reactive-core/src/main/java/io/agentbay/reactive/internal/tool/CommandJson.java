package io.agentbay.reactive.internal.tool;

import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.json.JsonException;
import io.agentbay.reactive.internal.json.JsonValue;
import io.agentbay.reactive.tool.CommandResult;
import org.jspecify.annotations.Nullable;

/** What the shell tool says of a finished command. */
final class CommandJson {

    private static final JsonCodec JSON = JsonCodec.lenient();

    private CommandJson() {}

    /** The result; null when the text is not the JSON of one. */
    static @Nullable CommandResult read(String text) {
        try {
            return text.stripLeading().startsWith("{") ? result(JSON.parse(text)) : null;
        } catch (JsonException notJson) {
            return null;
        }
    }

    private static @Nullable CommandResult result(JsonValue json) {
        var code = json.firstOf("exit_code", "errorCode").number();
        var printed = json.members().containsKey("stdout") || json.members().containsKey("stderr");
        return code == null && !printed
                ? null
                : new CommandResult(code == null ? 0 : code.intValue(), text(json, "stdout"), text(json, "stderr"));
    }

    private static String text(JsonValue json, String name) {
        var text = json.get(name).text();
        return text == null ? "" : text;
    }
}
