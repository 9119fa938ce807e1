package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.internal.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What every answer of the service is wrapped in. */
record Envelope(
        @Nullable String requestId,
        @Nullable Boolean success,
        @Nullable String code,
        @Nullable String message,
        @Nullable Integer httpStatusCode,
        @Nullable JsonValue data,
        @Nullable String nextToken,
        @Nullable Integer maxResults,
        @Nullable Integer totalCount,
        @Nullable Integer count,
        @Nullable String hostId,
        @Nullable String recommend) {

    /** This, with the request id of a header if the body has none. */
    Envelope withRequestId(@Nullable String header) {
        return requestId != null || header == null
                ? this
                : new Envelope(
                        header,
                        success,
                        code,
                        message,
                        httpStatusCode,
                        data,
                        nextToken,
                        maxResults,
                        totalCount,
                        count,
                        hostId,
                        recommend);
    }

    /** Whether there is data at all. */
    boolean hasData() {
        return data != null && !data.isAbsent();
    }

    /** The token of the page after this; null when this is the last. */
    @Nullable
    String next() {
        return nextToken == null || nextToken.isEmpty() ? null : nextToken;
    }
}
