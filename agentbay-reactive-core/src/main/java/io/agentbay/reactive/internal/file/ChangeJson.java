package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.file.FileChange;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.json.JsonException;
import io.agentbay.reactive.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the service tells of changed files. */
final class ChangeJson {

    private static final JsonCodec JSON = JsonCodec.lenient();

    private ChangeJson() {}

    /** The changes in an answer of get_file_change; a text that cannot be read may have held some. */
    static List<FileChange> read(String directory, String text) {
        try {
            return text.isBlank() ? List.of() : changes(directory, unwrapped(JSON.parse(text)));
        } catch (JsonException notJson) {
            throw new UnexpectedResponseException(
                    "get_file_change answers with no list of changes",
                    text,
                    ErrorDetails.of("get_file_change").mayHaveHappened(true).cause(notJson));
        }
    }

    /** The changes of a list; what names no path is left out. */
    static List<FileChange> changes(String directory, JsonValue list) {
        List<FileChange> changes = new ArrayList<>();
        for (JsonValue item : list.isArray() ? list.items() : List.of(list)) {
            var change = change(directory, item);
            if (change != null) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static JsonValue unwrapped(JsonValue answer) {
        var content = answer.get("content").items();
        return content.isEmpty() ? answer : content.get(0).get("text").inner();
    }

    private static @Nullable FileChange change(String directory, JsonValue item) {
        var path = item.get("path").isAbsent() ? null : item.get("path").text();
        if (path == null) {
            return null;
        }
        var full = path.startsWith("/") ? path : RemotePath.resolve(directory, path);
        var type = "directory".equalsIgnoreCase(item.get("pathType").text())
                ? FileEntry.Type.DIRECTORY
                : FileEntry.Type.FILE;
        return new FileChange(full, kind(item.get("eventType").text()), type);
    }

    private static FileChange.Kind kind(@Nullable String word) {
        return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
            case "create", "created" -> FileChange.Kind.CREATED;
            case "delete", "deleted" -> FileChange.Kind.DELETED;
            default -> FileChange.Kind.MODIFIED;
        };
    }
}
