package io.agentbay.reactive.internal.snapshot.format;

import io.agentbay.reactive.internal.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of a manifest to values; what is missing is an {@code IllegalArgumentException}. */
final class ManifestLines {

    private ManifestLines() {}

    static StoredContent object(JsonValue line) {
        return new StoredContent(
                text(line, "object"),
                whole(line.get("size")),
                number(line, "stored"),
                Encoding.of(text(line, "encoding")));
    }

    static FileRecord file(JsonValue line, List<StoredContent> contents) {
        return new FileRecord(
                text(line, "file"),
                number(line, "size"),
                time(line, "modified"),
                text(line, "sha256"),
                line.get("parts").items().stream()
                        .map(part -> part(part.items(), contents))
                        .toList());
    }

    private static Part part(List<JsonValue> numbers, List<StoredContent> contents) {
        return new Part(contents.get(whole(numbers.get(0))), whole(numbers.get(1)), whole(numbers.get(2)));
    }

    /** A number or a length within an object, which fits memory. */
    private static int whole(JsonValue value) {
        var number = value.number();
        if (number == null || number < 0 || number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no length or number of an object: " + value.toJson());
        }
        return number.intValue();
    }

    static String text(JsonValue line, String member) {
        var text = line.get(member).text();
        if (text == null) {
            throw new IllegalArgumentException("no " + member);
        }
        return text;
    }

    static long number(JsonValue line, String member) {
        var number = line.get(member).number();
        if (number == null || number < 0) {
            throw new IllegalArgumentException("no " + member);
        }
        return number;
    }

    static @Nullable Instant time(JsonValue line, String member) {
        var text = line.get(member).text();
        return text == null ? null : Instant.parse(text);
    }
}
