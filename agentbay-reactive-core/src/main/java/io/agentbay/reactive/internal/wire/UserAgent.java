package io.agentbay.reactive.internal.wire;

/** What this client calls itself. */
final class UserAgent {
    static final String VALUE = "agentbay-reactive/0.1.0-SNAPSHOT";

    private UserAgent() {}
}
