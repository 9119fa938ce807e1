package io.agentbay.reactive.local.http;

import reactor.netty.http.server.HttpServerResponse;

/** What keeps a page of hostile names harmless: only its own scripts and styles, nobody's frame, no guessing of types. */
final class ControlHeaders {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private ControlHeaders() {}

    static void set(HttpServerResponse response) {
        response.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-store");
    }
}
