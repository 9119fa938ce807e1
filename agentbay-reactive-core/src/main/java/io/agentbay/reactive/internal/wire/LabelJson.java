package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.internal.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Labels: a JSON object of texts, inside a text. */
final class LabelJson {
    private LabelJson() {}

    static Map<String, String> read(JsonValue labels) {
        var read = new LinkedHashMap<String, String>();
        labels.inner().members().forEach((key, value) -> {
            var text = value.text();
            read.put(key, text == null ? "" : text);
        });
        return read;
    }
}
