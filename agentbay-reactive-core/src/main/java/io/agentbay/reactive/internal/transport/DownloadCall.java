package io.agentbay.reactive.internal.transport;

import java.net.URI;
import java.util.Map;

/**
 * A GET of a signed URL.
 *
 * @param uri the signed URL; a secret
 * @param headers such as {@code Range} and {@code If-Range}
 */
public record DownloadCall(URI uri, Map<String, String> headers) {

    @Override
    public String toString() {
        return "GET of a signed URL";
    }
}
