package io.agentbay.reactive.local.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads one stream of a program to its end; keeps its beginning and drops the rest, so that nothing grows. */
final class Capture {

    private static final int PIECE = 8 * 1024;

    private final int limit;
    private final Consumer<String> listener;
    private final StringBuilder kept = new StringBuilder();
    private long dropped;

    Capture(int limit, Consumer<String> listener) {
        this.limit = limit;
        this.listener = listener;
    }

    /** Blocks until the stream ends. */
    void read(InputStream stream) {
        try (Reader reader = decoding(stream)) {
            char[] piece = new char[PIECE];
            for (int read = reader.read(piece); read >= 0; read = reader.read(piece)) {
                take(new String(piece, 0, read));
            }
        } catch (IOException closedByTheEnd) {
            return;
        }
    }

    private static Reader decoding(InputStream stream) {
        return new InputStreamReader(
                stream,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /** Keeps a piece, as far as there is room. */
    synchronized void take(String piece) {
        String fits = piece.substring(0, Math.max(0, Math.min(piece.length(), limit - kept.length())));
        dropped += piece.length() - fits.length();
        if (!fits.isEmpty()) {
            kept.append(fits);
            listener.accept(fits);
        }
    }

    synchronized String text() {
        return kept.toString();
    }

    synchronized long dropped() {
        return dropped;
    }
}
