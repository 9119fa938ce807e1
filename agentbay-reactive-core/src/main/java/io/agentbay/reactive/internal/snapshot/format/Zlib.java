package io.agentbay.reactive.internal.snapshot.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Compression of the JDK, RFC 1950, of content that fits memory. */
public final class Zlib {

    private static final int BUFFER = 16 * 1024;
    private static final int PROBE = 32 * 1024;
    private static final int LEVEL = 4;

    private Zlib() {}

    /** Compressed bytes. */
    public static byte[] deflate(byte[] bytes, int offset, int length) {
        var deflater = new Deflater(LEVEL);
        try {
            deflater.setInput(bytes, offset, length);
            deflater.finish();
            var out = new ByteArrayOutputStream(Math.max(64, length / 2));
            var buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Compresses into an array; tells how much it took, or -1 when that is not enough. */
    public static int deflate(byte[] bytes, int length, byte[] out) {
        var deflater = new Deflater(LEVEL);
        try {
            deflater.setInput(bytes, 0, length);
            deflater.finish();
            var count = 0;
            while (!deflater.finished() && count < out.length) {
                count += deflater.deflate(out, count, out.length - count);
            }
            return deflater.finished() ? count : -1;
        } finally {
            deflater.end();
        }
    }

    /**
     * The bytes again.
     *
     * @param limit more than this is damage
     * @throws DataFormatException if this was cut or changed
     */
    public static byte[] inflate(byte[] bytes, long limit) throws DataFormatException {
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            return inflate(inflater, limit);
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflate(Inflater inflater, long limit) throws DataFormatException {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[BUFFER];
        while (!inflater.finished()) {
            var count = inflater.inflate(buffer);
            if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                throw new DataFormatException("it ends early");
            }
            out.write(buffer, 0, count);
            if (out.size() > limit) {
                throw new DataFormatException("it is longer than it should be");
            }
        }
        return out.toByteArray();
    }

    /**
     * The first line of text, null when there is none.
     *
     * @throws DataFormatException if this was cut or changed before its end
     */
    public static @Nullable String firstLine(byte[] bytes) throws DataFormatException {
        try (var lines = new BufferedReader(
                new InputStreamReader(new InflaterInputStream(new ByteArrayInputStream(bytes)), UTF_8))) {
            return lines.readLine();
        } catch (IOException broken) {
            throw (DataFormatException) new DataFormatException("it cannot be unpacked").initCause(broken);
        }
    }

    /** Whether compressing the beginning saves a tenth; what does not is media or compressed already. */
    public static boolean pays(byte[] bytes, int length) {
        var probe = Math.min(length, PROBE);
        return probe > 0 && saves(probe, deflate(bytes, 0, probe).length);
    }

    /** Whether this many bytes less are worth unpacking them. */
    public static boolean saves(int before, int after) {
        return after <= before - before / 10;
    }
}
