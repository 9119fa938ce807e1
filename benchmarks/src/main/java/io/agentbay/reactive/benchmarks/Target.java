package io.agentbay.reactive.benchmarks;

import java.nio.file.Path;

/**
 * The stub service to call.
 *
 * @param port where it listens on this machine
 * @param secure by HTTPS, else plain HTTP
 * @param trustStore holds its certificate
 */
record Target(int port, boolean secure, Path trustStore) {

    static final String PASSWORD = "benchmark";

    String hostAndPort() {
        return "localhost:" + port;
    }

    String uri() {
        return (secure ? "https://" : "http://") + hostAndPort();
    }
}
