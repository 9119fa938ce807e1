package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Content;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells text that a text tool carries unharmed from bytes that it does not. */
final class PlainText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private PlainText() {}

    /** A text to be written; throws for one that has no bytes. */
    static Content content(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException(
                    "text holds half of a surrogate pair, which UTF-8 cannot encode; write its bytes instead");
        }
        return Content.of(text);
    }

    /** The text of these bytes if one call can carry it as it is; otherwise null. */
    static @Nullable String of(byte[] bytes) {
        if (bytes.length > Limits.TEXT_BYTES) {
            return null;
        }
        var text = decode(bytes);
        return text != null && isPlain(text) && escapedBytes(text, bytes.length) <= Limits.TEXT_BYTES ? text : null;
    }

    /** How many bytes a text is in UTF-8. */
    static long bytes(String text) {
        return text.codePoints()
                .map(code -> code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)
                .asLongStream()
                .sum();
    }

    /** The text of UTF-8 bytes; null when they are not UTF-8. */
    static @Nullable String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    /** Control characters and a byte order mark are what tools between here and the file may swallow. */
    private static boolean isPlain(String text) {
        return (text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK)
                && text.chars().allMatch(ch -> ch >= ' ' && ch != 0x7F || ch == '\n' || ch == '\t' || ch == '\r');
    }

    private static long escapedBytes(String text, int bytes) {
        return bytes
                + text.chars().filter(ch -> ch == '"' || ch == '\\' || ch < ' ').count();
    }
}
