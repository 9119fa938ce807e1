package io.agentbay.reactive.examples.quickstart;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
final class Amounts {

    static final long MIB = 1024L * 1024;
    private static final int KIB = 1024;
    private static final double MILLIS = 1000.0;

    private Amounts() {}

    static String files(long count) {
        return counted(count, "file", "files");
    }

    static String counted(long count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String bytes(long bytes) {
        if (bytes < KIB) {
            return counted(bytes, "byte", "bytes");
        }
        return bytes < MIB
                ? String.format(Locale.ROOT, "%.1f KiB", bytes / (double) KIB)
                : String.format(Locale.ROOT, "%,.1f MiB", bytes / (double) MIB);
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toMillis() / MILLIS);
    }

    static String rate(long bytes, Duration time) {
        return time.isZero() ? "" : bytes(Math.round(bytes * MILLIS / Math.max(1, time.toMillis()))) + "/s";
    }
}
