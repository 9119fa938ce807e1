package io.agentbay.reactive.internal.snapshot.format;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.internal.json.JsonValue;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.snapshot.Snapshot.Consistency;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first line of a manifest; its counts tell a cut one. */
final class ManifestHead {

    private ManifestHead() {}

    static Map<String, Object> write(Manifest manifest) {
        var snapshot = manifest.snapshot();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("format", ManifestCodec.FORMAT);
        line.put("version", Layout.VERSION);
        line.put("id", snapshot.id());
        line.put("context", snapshot.context().value());
        line.put("name", snapshot.name());
        line.put("createdAt", snapshot.createdAt().toString());
        line.put("files", snapshot.files());
        line.put("bytes", snapshot.bytes());
        line.put("storedBytes", snapshot.storedBytes());
        line.put("consistency", snapshot.consistency().name());
        line.put("changed", snapshot.changedWhileRead());
        line.put("tags", snapshot.tags());
        if (manifest.settled() != null) {
            line.put("settled", manifest.settled().toString());
        }
        return line;
    }

    static Manifest read(JsonValue line, List<FileRecord> files) {
        var manifest = new Manifest(snapshot(line), ManifestLines.time(line, "settled"), files);
        var bytes = files.stream().mapToLong(FileRecord::size).sum();
        if (manifest.snapshot().files() != files.size() || manifest.snapshot().bytes() != bytes) {
            throw new IllegalArgumentException("it does not hold the files it counts");
        }
        return manifest;
    }

    static Snapshot snapshot(JsonValue line) {
        return new Snapshot(
                ManifestLines.text(line, "id"),
                ContextId.of(ManifestLines.text(line, "context")),
                ManifestLines.text(line, "name"),
                Instant.parse(ManifestLines.text(line, "createdAt")),
                ManifestLines.number(line, "files"),
                ManifestLines.number(line, "bytes"),
                ManifestLines.number(line, "storedBytes"),
                Consistency.valueOf(ManifestLines.text(line, "consistency")),
                texts(line.get("changed")),
                texts(line.get("tags")));
    }

    private static List<String> texts(JsonValue array) {
        return array.items().stream().map(JsonValue::text).map(String::valueOf).toList();
    }
}
