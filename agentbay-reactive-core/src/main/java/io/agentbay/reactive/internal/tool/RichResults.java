package io.agentbay.reactive.internal.tool;

import io.agentbay.reactive.internal.json.JsonException;
import io.agentbay.reactive.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads results by media type: objects or texts that hold one, the types at the top or below {@code mime}. */
final class RichResults {

    private RichResults() {}

    /** All of them, the main one last. */
    static List<Map<String, String>> of(JsonValue results) {
        List<Map<String, String>> others = new ArrayList<>();
        List<Map<String, String>> main = new ArrayList<>();
        for (JsonValue item : results.isArray() ? results.items() : List.of(results)) {
            var object = opened(item);
            var forms = forms(object);
            if (!forms.isEmpty()) {
                (isMain(object) ? main : others).add(forms);
            }
        }
        others.addAll(main);
        return others;
    }

    private static JsonValue opened(JsonValue item) {
        try {
            var inner = item.inner();
            return inner.isObject() ? inner : item;
        } catch (JsonException plainText) {
            return item;
        }
    }

    private static boolean isMain(JsonValue object) {
        return Boolean.TRUE.equals(
                object.firstOf("isMainResult", "is_main_result").bool());
    }

    static Map<String, String> forms(JsonValue object) {
        if (!object.isObject()) {
            return object.isAbsent() ? Map.of() : Map.of("text/plain", text(object));
        }
        var mime = object.get("mime").isObject() ? object.get("mime") : object;
        Map<String, String> forms = new LinkedHashMap<>();
        mime.members().forEach((type, value) -> {
            if (type.contains("/") && (value.isText() || !value.isAbsent())) {
                forms.put(type, text(value));
            }
        });
        return forms;
    }

    private static String text(JsonValue value) {
        var text = value.text();
        return text == null ? value.toJson() : text;
    }
}
