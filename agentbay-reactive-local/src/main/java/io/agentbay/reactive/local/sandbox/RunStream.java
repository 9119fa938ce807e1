package io.agentbay.reactive.local.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One stream of an interpreter that stays: hands what is said to the run under way until a marker tells that the run has
 * ended. What is said between runs belongs to nobody and is dropped.
 */
final class RunStream {

    private static final int PIECE = 8 * 1024;

    private @Nullable Run run;
    private String pending = "";

    /** From now on what is said belongs to this run. */
    synchronized void expect(Capture capture, String marker, Runnable ended) {
        run = new Run(capture, marker, ended);
        pending = "";
    }

    /** Blocks until the stream ends. */
    void read(InputStream stream) {
        try (Reader reader = decoding(stream)) {
            char[] piece = new char[PIECE];
            for (int read = reader.read(piece); read >= 0; read = reader.read(piece)) {
                said(new String(piece, 0, read));
            }
        } catch (IOException closedByTheEnd) {
            return;
        } finally {
            last();
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

    private void said(String piece) {
        Run ended = take(piece);
        if (ended != null) {
            ended.ended().run();
        }
    }

    /** The run that has ended by this piece, if one has. */
    private synchronized @Nullable Run take(String piece) {
        Run current = run;
        if (current == null) {
            return null;
        }
        String text = pending + piece;
        int end = text.indexOf(current.marker());
        int known = end < 0 ? text.length() - begun(text, current.marker()) : end;
        current.capture().take(text.substring(0, known));
        pending = text.substring(known);
        if (end < 0) {
            return null;
        }
        run = null;
        return current;
    }

    /** How many characters at the end of a text may be the beginning of its marker. */
    private static int begun(String text, String marker) {
        int most = Math.min(text.length(), marker.length() - 1);
        for (int length = most; length > 0; length--) {
            if (text.endsWith(marker.substring(0, length))) {
                return length;
            }
        }
        return 0;
    }

    /** A stream that ends amid a run has said all it had to say. */
    private synchronized void last() {
        if (run != null) {
            run.capture().take(pending);
            run = null;
        }
    }

    private record Run(Capture capture, String marker, Runnable ended) {}
}
