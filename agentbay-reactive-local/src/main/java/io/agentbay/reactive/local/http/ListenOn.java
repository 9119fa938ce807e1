package io.agentbay.reactive.local.http;

import org.jspecify.annotations.Nullable;

/**
 * Where a front listens.
 *
 * @param host the name or address to listen on, which is also the one in its addresses
 * @param port the port; 0 for any free one
 * @param certificate the certificate of HTTPS; null for plain HTTP
 */
public record ListenOn(String host, int port, @Nullable ServerCertificate certificate) {

    String scheme() {
        return certificate == null ? "http" : "https";
    }

    String authorityHost() {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
