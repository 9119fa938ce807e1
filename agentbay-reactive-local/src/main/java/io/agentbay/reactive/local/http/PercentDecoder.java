package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent decoding as forms do it: {@code +} and {@code %20} are a space, the bytes must be UTF-8. */
final class PercentDecoder {

    private PercentDecoder() {}

    static String decode(byte[] encoded, int from, int to) {
        ByteBuffer bytes = ByteBuffer.allocate(to - from);
        int at = from;
        while (at < to) {
            byte b = encoded[at];
            if (b == '%') {
                bytes.put(escaped(encoded, at, to));
                at += 3;
            } else {
                bytes.put(b == '+' ? (byte) ' ' : b);
                at++;
            }
        }
        return utf8(bytes.flip());
    }

    private static byte escaped(byte[] encoded, int at, int to) {
        int high = at + 2 < to ? Character.digit(encoded[at + 1], 16) : -1;
        int low = at + 2 < to ? Character.digit(encoded[at + 2], 16) : -1;
        if (high < 0 || low < 0) {
            throw new ServiceError(
                    400, "InvalidParameter", "A percent sign is not followed by two hexadecimal digits.");
        }
        return (byte) (high << 4 | low);
    }

    private static String utf8(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new ServiceError(400, "InvalidParameter", "A field is not valid UTF-8 after percent decoding.");
        }
    }
}
