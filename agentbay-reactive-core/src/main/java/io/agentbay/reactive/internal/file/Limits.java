package io.agentbay.reactive.internal.file;

import java.time.Duration;

/** How much goes at once: few enough to bound memory, enough to hide the way to the service. */
final class Limits {

    /** JSON-escaped bytes of a text that one write_file carries, as the service's own clients cut it. */
    static final int TEXT_BYTES = 50 * 1024;

    /** Bytes of one read_file. */
    static final int RANGE_BYTES = 50 * 1024;

    /** Ranges of one file read ahead. */
    static final int RANGES_AHEAD = 4;

    /** Bytes of one base64 part of a command; its text stays below {@link #TEXT_BYTES}. */
    static final int PART_BYTES = 36 * 1024;

    static final int BATCH_FILES = 256;
    static final long BATCH_BYTES = 64L << 20;
    static final int BATCHES_AT_ONCE = 4;

    /** Small calls under way at once in one copy or walk. */
    static final int CALLS_AT_ONCE = 16;

    /** Streams of bytes under way at once in one copy or comparison. */
    static final int STREAMS_AT_ONCE = 8;

    /** Files of a context read or written at once in one copy; each needs two exchanges one after the other. */
    static final int OBJECTS_AT_ONCE = 32;

    /** Pages of one folder asked for at once when all of them are needed. */
    static final int PAGES_AHEAD = 4;

    /** Files compared in one step. */
    static final int COMPARED_AT_ONCE = 64;

    /** Where the session cannot hash, a larger file is sent again rather than read back before a copy. */
    static final long READ_BACK_BYTES = 1 << 20;

    /** A file from this size on leaves a session as one object where that is possible, not by its ranges. */
    static final long OBJECT_BYTES = 4 << 20;

    static final int SIGNED_ATTEMPTS = 4;
    static final Duration SIGNED_PAUSE = Duration.ofMillis(200);

    private Limits() {}
}
