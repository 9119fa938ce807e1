package io.agentbay.reactive.local.core;

import java.time.Instant;
import java.util.Locale;

/**
 * A file in a context as it is kept.
 *
 * @param contextId its context
 * @param key its name in the store, starting with {@code /}
 * @param blob hash of its content
 * @param size its bytes
 * @param created when the key was first put
 * @param modified when its content was put last
 */
public record ObjectRow(String contextId, String key, String blob, long size, Instant created, Instant modified) {

    /** The entity tag of this content, without quotes: opaque to clients. */
    public String etag() {
        return etag(blob);
    }

    /** The entity tag of a content with this hash. */
    public static String etag(String hash) {
        return hash.substring(0, 32).toUpperCase(Locale.ROOT);
    }
}
