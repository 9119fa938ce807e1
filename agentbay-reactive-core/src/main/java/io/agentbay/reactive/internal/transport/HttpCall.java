package io.agentbay.reactive.internal.transport;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One small request.
 *
 * @param method the HTTP method
 * @param uri where to, without the query given below
 * @param headers as sent
 * @param query appended to the URI, percent-encoded, in iteration order
 * @param form the form body, in iteration order; null when {@code body} is given or nothing is sent
 * @param body a body already encoded; null for none
 * @param key where the transport adds the API key, below every logger
 * @param maxAnswerBytes a longer answer is a failure
 */
public record HttpCall(
        String method,
        URI uri,
        Map<String, String> headers,
        Map<String, String> query,
        @Nullable Map<String, String> form,
        byte @Nullable [] body,
        KeyPlacement key,
        int maxAnswerBytes) {

    /** Where the API key goes: as field {@code Authorization} of form or query, or nowhere. */
    public enum KeyPlacement {
        FORM,
        QUERY,
        NONE
    }

    @Override
    public String toString() {
        return method + " " + uri.getHost() + " " + headers.getOrDefault("x-acs-action", uri.getPath());
    }
}
