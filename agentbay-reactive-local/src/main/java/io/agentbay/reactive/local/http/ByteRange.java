package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of an object a GET asks for. One range is honoured; several, or a header that is no range, mean the whole
 * object, as RFC 9110 allows.
 *
 * @param from first byte
 * @param to the byte after the last
 * @param size bytes of the whole object
 * @param partial whether this is an answer to a range
 */
record ByteRange(long from, long to, long size, boolean partial) {

    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    static ByteRange whole(long size) {
        return new ByteRange(0, size, size, false);
    }

    static ByteRange of(String header, long size) {
        Matcher range = SINGLE.matcher(header.replace(" ", ""));
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return whole(size);
        }
        return range.group(1).isEmpty() ? last(number(range, 2), size) : between(range, size);
    }

    private static ByteRange between(Matcher range, long size) {
        long from = number(range, 1);
        long to = range.group(2).isEmpty() ? size : Math.min(size, number(range, 2) + 1);
        if (from >= size) {
            throw new ServiceError(416, "InvalidRange", "The range begins behind the last of " + size + " bytes.");
        }
        return from < to ? new ByteRange(from, to, size, true) : whole(size);
    }

    private static ByteRange last(long bytes, long size) {
        if (bytes == 0 || size == 0) {
            throw new ServiceError(416, "InvalidRange", "The range holds none of " + size + " bytes.");
        }
        return new ByteRange(Math.max(0, size - bytes), size, size, true);
    }

    private static long number(Matcher range, int group) {
        return Long.parseLong(range.group(group));
    }

    /** Its first half. */
    ByteRange half() {
        return new ByteRange(from, from + length() / 2, size, partial);
    }

    long length() {
        return to - from;
    }

    String header() {
        return "bytes " + from + "-" + (to - 1) + "/" + size;
    }
}
