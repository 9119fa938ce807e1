package io.agentbay.reactive.internal.tool;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a session is listened to; URI and token are secrets and do not print.
 *
 * @param servers the server of each tool
 */
public record SocketTarget(URI uri, String token, Map<String, String> servers) {

    /** The target; null when the session offers none that can be used. */
    public static @Nullable SocketTarget of(@Nullable String url, @Nullable String token, Map<String, String> servers) {
        try {
            var uri = url == null || token == null ? null : URI.create(url);
            return uri == null || token == null || uri.getHost() == null ? null : new SocketTarget(uri, token, servers);
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "SocketTarget[" + uri.getHost() + "]";
    }
}
