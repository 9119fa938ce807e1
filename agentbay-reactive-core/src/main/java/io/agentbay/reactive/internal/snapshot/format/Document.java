package io.agentbay.reactive.internal.snapshot.format;

import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.json.JsonException;
import io.agentbay.reactive.internal.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;

/** A document of the catalog: a JSON object per line, the first saying format and version, all compressed. */
final class Document {

    /** Longer than any that fits memory. */
    private static final long LONGEST = 1L << 30;

    private final JsonCodec json;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    Document(JsonCodec json) {
        this.json = json;
    }

    Document line(Map<String, ?> members) {
        lines.writeBytes(json.writeBytes(members));
        lines.write('\n');
        return this;
    }

    byte[] packed() {
        var plain = lines.toByteArray();
        return Zlib.deflate(plain, 0, plain.length);
    }

    /** The lines of a packed document whose first line names this format. */
    static List<JsonValue> lines(JsonCodec json, String format, byte[] packed) throws DocumentException {
        try {
            var text = new String(Zlib.inflate(packed, LONGEST), java.nio.charset.StandardCharsets.UTF_8);
            var lines = text.lines().map(json::parse).toList();
            check(format, lines);
            return lines;
        } catch (DataFormatException | JsonException broken) {
            throw new DocumentException("it cannot be read: " + broken.getMessage(), broken);
        }
    }

    /** The first line alone of such a document. */
    static JsonValue first(JsonCodec json, String format, byte[] packed) throws DocumentException {
        try {
            var line = Zlib.firstLine(packed);
            var lines = line == null ? List.<JsonValue>of() : List.of(json.parse(line));
            check(format, lines);
            return lines.get(0);
        } catch (DataFormatException | JsonException broken) {
            throw new DocumentException("it cannot be read: " + broken.getMessage(), broken);
        }
    }

    private static void check(String format, List<JsonValue> lines) throws DocumentException {
        if (lines.isEmpty() || !format.equals(lines.get(0).get("format").text())) {
            throw new DocumentException("it is not of format " + format, null);
        }
        var version = lines.get(0).get("version").number();
        if (version == null || version != Layout.VERSION) {
            throw new DocumentException("it is of version " + version + ", which this client does not know", null);
        }
    }
}
