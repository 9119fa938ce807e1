package io.agentbay.reactive.internal.transport;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Where a WebSocket is opened.
 *
 * @param uri {@code ws} or {@code wss}; a secret but for its host
 * @param headers sent with the opening; secrets
 * @param maxTextBytes a longer text breaks the connection
 * @param heartbeat how often its holder pings
 */
public record SocketCall(URI uri, Map<String, String> headers, int maxTextBytes, Duration heartbeat) {

    @Override
    public String toString() {
        return "WebSocket to " + uri.getHost();
    }
}
