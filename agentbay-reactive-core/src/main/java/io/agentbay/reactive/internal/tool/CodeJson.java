package io.agentbay.reactive.internal.tool;

import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.json.JsonException;
import io.agentbay.reactive.internal.json.JsonValue;
import io.agentbay.reactive.tool.CodeResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the code tool says of finished code, in each of its two shapes. */
final class CodeJson {

    private static final JsonCodec JSON = JsonCodec.lenient();
    private static final List<String> KNOWN =
            List.of("result", "results", "stdout", "stderr", "logs", "error", "executionError", "execution_count");

    private CodeJson() {}

    /** What became of the code; null when the text is not the JSON that says it. */
    static @Nullable Outcome read(String text) {
        try {
            var json = text.stripLeading().startsWith("{") ? JSON.parse(text) : null;
            return json == null || KNOWN.stream().noneMatch(json.members()::containsKey) ? null : outcome(json);
        } catch (JsonException notJson) {
            return null;
        }
    }

    /** Text that is not JSON is what the code printed, and its result too. */
    static CodeResult plain(String text) {
        return new CodeResult(text.isEmpty() ? List.of() : List.of(Map.of("text/plain", text)), text, "", 0);
    }

    private static Outcome outcome(JsonValue json) {
        var logs = json.get("logs").isObject() ? json.get("logs") : json;
        var count = json.firstOf("execution_count", "executionCount").number();
        var result = new CodeResult(
                RichResults.of(json.firstOf("result", "results")),
                printed(logs.get("stdout")),
                printed(logs.get("stderr")),
                count == null ? 0 : count.intValue());
        return new Outcome(result, error(json));
    }

    private static String printed(JsonValue output) {
        return output.isArray()
                ? output.items().stream().map(CodeJson::words).collect(Collectors.joining())
                : words(output);
    }

    static String error(JsonValue json) {
        return described(json.firstOf("executionError", "execution_error", "error"));
    }

    private static String described(JsonValue error) {
        if (!error.isObject()) {
            return words(error);
        }
        var name = words(error.get("name"));
        var value = words(error.get("value"));
        var trace = words(error.get("traceback"));
        var said = name.isEmpty() || value.isEmpty() ? name + value : name + ": " + value;
        var whole = trace.isEmpty() || said.isEmpty() ? said + trace : said + "\n" + trace;
        return whole.isEmpty() && !error.members().isEmpty() ? error.toJson() : whole;
    }

    private static String words(JsonValue value) {
        if (value.isArray()) {
            return value.items().stream().map(CodeJson::words).collect(Collectors.joining("\n"));
        }
        var text = value.text();
        return text != null ? text : value.isAbsent() ? "" : value.toJson();
    }

    /**
     * What became of code.
     *
     * @param error in the interpreter's words; empty when it succeeded
     */
    record Outcome(CodeResult result, String error) {
        boolean failed() {
            return !error.isEmpty();
        }
    }
}
