package io.agentbay.reactive.internal.snapshot.format;

import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Manifests to bytes and back. */
public final class ManifestCodec {

    static final String FORMAT = "agentbay-snapshot";

    private final JsonCodec json;

    public ManifestCodec(JsonCodec json) {
        this.json = json;
    }

    public byte[] encode(Manifest manifest) {
        var document = new Document(json).line(ManifestHead.write(manifest));
        Map<String, Integer> numbers = new HashMap<>();
        for (var content : manifest.contents()) {
            numbers.put(content.name(), numbers.size());
            document.line(object(content));
        }
        manifest.files().forEach(file -> document.line(file(file, numbers)));
        return document.packed();
    }

    private static Map<String, Object> object(StoredContent content) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("object", content.name());
        line.put("size", content.size());
        line.put("stored", content.stored());
        line.put("encoding", content.encoding().word());
        return line;
    }

    private static Map<String, Object> file(FileRecord file, Map<String, Integer> numbers) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", file.path());
        line.put("size", file.size());
        if (file.modified() != null) {
            line.put("modified", file.modified().toString());
        }
        line.put("sha256", file.sha256());
        line.put("parts", file.parts().stream().map(part -> part(part, numbers)).toList());
        return line;
    }

    private static List<Integer> part(Part part, Map<String, Integer> numbers) {
        return List.of(numbers.getOrDefault(part.content().name(), -1), part.offset(), part.length());
    }

    /** What the first line says; what it counts is not looked at. */
    public Snapshot decodeHead(byte[] packed) throws DocumentException {
        var head = Document.first(json, FORMAT, packed);
        try {
            return ManifestHead.snapshot(head);
        } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
            throw new DocumentException("it contradicts itself: " + wrong.getMessage(), wrong);
        }
    }

    /** @throws DocumentException if these are not the bytes of a manifest, all of them */
    public Manifest decode(byte[] packed) throws DocumentException {
        var lines = Document.lines(json, FORMAT, packed);
        try {
            List<StoredContent> contents = new ArrayList<>();
            List<FileRecord> files = new ArrayList<>();
            for (var line : lines.subList(1, lines.size())) {
                if (line.get("file").isAbsent()) {
                    contents.add(ManifestLines.object(line));
                } else {
                    files.add(ManifestLines.file(line, contents));
                }
            }
            return ManifestHead.read(lines.get(0), files);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | java.time.DateTimeException wrong) {
            throw new DocumentException("it contradicts itself: " + wrong.getMessage(), wrong);
        }
    }
}
