package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.internal.transport.Download;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far one object was read, and which version of it; used by one subscriber at a time. */
final class ObjectProgress {

    private @Nullable String etag;
    private @Nullable Long total;
    private @Nullable String sum;
    private final Crc64 seen = new Crc64();
    private long received;
    private int resumes;

    /** The first request asks for all, a later one for the rest of the same version. */
    Map<String, String> headers() {
        return received == 0 || etag == null ? Map.of() : Map.of("Range", "bytes=" + received + "-", "If-Range", etag);
    }

    /** Whether this answer goes on exactly where the last one stopped; remembers the version of the first. */
    boolean continues(Download answer) {
        if (received == 0) {
            etag = answer.headers().get("etag");
            total = answer.length();
            sum = answer.headers().get(Crc64.HEADER);
            return answer.status() == 200;
        }
        return answer.status() == 206
                && etag != null
                && etag.equals(answer.headers().get("etag"))
                && isRest(answer.headers().get("content-range"));
    }

    private boolean isRest(@Nullable String contentRange) {
        return contentRange != null
                && contentRange.startsWith("bytes " + received + "-")
                && (total == null || contentRange.endsWith("/" + total));
    }

    void received(ByteBuffer bytes) {
        received += bytes.remaining();
        if (sum != null) {
            seen.add(bytes);
        }
    }

    /** Whether all bytes have the check sum the store said; true where it said none. */
    boolean isIntact() {
        return sum == null || sum.equals(seen.value());
    }

    boolean isComplete() {
        return total == null || received == total;
    }

    /** Nothing received yet starts over; anything else needs a version to hold on to. */
    boolean mayResume() {
        return resumes < Limits.SIGNED_ATTEMPTS && (received == 0 || etag != null && !etag.startsWith("W/"));
    }

    int resumed() {
        return ++resumes;
    }
}
