package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.internal.transport.Download;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the store's headers say of an object.
 *
 * @param size all of its bytes
 * @param version what tells this content from any other the key had or will have: its ETag, or the time where there is
 *     none, as the store spells it; null when it says neither
 * @param md5 its ETag if that has the form of an MD5, lower-case hex: equal to the content's MD5 it proves it, different
 *     it proves nothing; null for any other
 * @param modifiedAt null when the store does not say
 */
record ObjectHead(
        long size,
        @Nullable String version,
        @Nullable String md5,
        @Nullable Instant modifiedAt) {

    static final int EMPTY_RANGE = 416;

    /** Of an answer to a request for the first byte; null when it does not tell the size. */
    static @Nullable ObjectHead of(Download answer) {
        var size = size(answer);
        return size == null
                ? null
                : new ObjectHead(
                        size,
                        version(answer.headers()),
                        md5(answer.headers().get("etag")),
                        time(answer.headers().get("last-modified")));
    }

    private static @Nullable Long size(Download answer) {
        if (answer.status() == 200) {
            return answer.length();
        }
        var range = answer.headers().get("content-range");
        if (range == null) {
            return answer.status() == EMPTY_RANGE ? 0L : null;
        }
        var total = range.substring(range.lastIndexOf('/') + 1);
        return total.matches("\\d{1,18}") ? Long.valueOf(total) : null;
    }

    private static @Nullable String version(Map<String, String> headers) {
        var tag = headers.get("etag");
        return tag == null ? headers.get("last-modified") : tag;
    }

    private static @Nullable String md5(@Nullable String etag) {
        var tag = etag == null ? "" : etag.replace("\"", "").toLowerCase(Locale.ROOT);
        return tag.matches("[0-9a-f]{32}") ? tag : null;
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null
                    ? null
                    : OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
