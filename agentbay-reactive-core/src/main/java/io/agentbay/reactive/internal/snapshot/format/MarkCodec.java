package io.agentbay.reactive.internal.snapshot.format;

import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.json.JsonValue;
import io.agentbay.reactive.internal.snapshot.format.Mark.Candidate;
import java.util.Map;

/** Marks to bytes and back. */
public final class MarkCodec {

    private static final String FORMAT = "agentbay-mark";

    private final JsonCodec json;

    public MarkCodec(JsonCodec json) {
        this.json = json;
    }

    public byte[] encode(Mark mark) {
        var document = new Document(json)
                .line(Map.of(
                        "format",
                        FORMAT,
                        "version",
                        Layout.VERSION,
                        "objects",
                        mark.candidates().size()));
        mark.candidates().forEach(one -> document.line(Map.of("object", one.name(), "stored", one.stored())));
        return document.packed();
    }

    /** @throws DocumentException if these are not the bytes of a mark, all of them */
    public Mark decode(byte[] packed) throws DocumentException {
        var lines = Document.lines(json, FORMAT, packed);
        try {
            var mark = new Mark(lines.stream().skip(1).map(MarkCodec::candidate).toList());
            if (mark.candidates().size() != ManifestLines.number(lines.get(0), "objects")) {
                throw new IllegalArgumentException("it does not hold the objects it counts");
            }
            return mark;
        } catch (IllegalArgumentException wrong) {
            throw new DocumentException("it contradicts itself: " + wrong.getMessage(), wrong);
        }
    }

    private static Candidate candidate(JsonValue line) {
        var name = ManifestLines.text(line, "object");
        if (!ObjectNames.isOne(name)) {
            throw new IllegalArgumentException("not the name of an object: " + name);
        }
        return new Candidate(name, ManifestLines.number(line, "stored"));
    }
}
