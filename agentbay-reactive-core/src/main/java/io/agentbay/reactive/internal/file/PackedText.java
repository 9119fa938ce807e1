package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.UnexpectedResponseException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Text as base64 of its compressed form; a part of one is never readable as a whole. */
final class PackedText {

    private static final int MOST = 256 << 20;

    private PackedText() {}

    static String pack(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static String unpack(String packed) {
        try (var gzip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            var bytes = gzip.readNBytes(MOST);
            if (gzip.read() >= 0) {
                throw new IOException("more than " + MOST + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnexpectedResponseException(
                    "looking into the session brought a broken answer", "", ErrorDetails.of("shell"));
        }
    }
}
