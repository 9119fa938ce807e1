package io.agentbay.reactive.local;

import java.net.URI;
import java.nio.file.Path;

/** What the stand-alone service says when it listens. */
record Banner(AgentBayLocal local, Path data, boolean https) {

    String text() {
        return """
                AgentBay local service
                  endpoint  %s
                  API key   %s
                  data      %s
                  to see    %s/_local/

                agentbay-reactive:
                  export AGENTBAY_ENDPOINT=%s
                  export AGENTBAY_API_KEY=%s
                %s
                Ctrl-C ends it.
                """.formatted(
                        local.endpoint(),
                        local.apiKey(),
                        data.toAbsolutePath().normalize(),
                        local.endpoint(),
                        local.endpoint(),
                        local.apiKey(),
                        https ? withHttps() : withoutHttps());
    }

    private String withHttps() {
        URI at = local.endpoint();
        Path tls = data.toAbsolutePath().normalize().resolve("tls");
        return """
                  and in the program: ClientOptions.defaults().trust(t -> t.certificates(Path.of("%s")))

                An official SDK (they speak HTTPS only and take the endpoint without a scheme):
                  export AGENTBAY_ENDPOINT=%s
                  export AGENTBAY_API_KEY=%s
                  Java        -Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s
                  TypeScript  export NODE_EXTRA_CA_CERTS=%s
                  Python      export SSL_CERT_FILE=%s REQUESTS_CA_BUNDLE=%s
                """.formatted(
                        tls.resolve("agentbay-local.pem"),
                        at.getAuthority(),
                        local.apiKey(),
                        tls.resolve("truststore.p12"),
                        "agentbay",
                        tls.resolve("agentbay-local.pem"),
                        tls.resolve("agentbay-local.pem"),
                        tls.resolve("agentbay-local.pem"));
    }

    private static String withoutHttps() {
        return """

                Official SDKs speak HTTPS only: start with --https to use one.
                """;
    }
}
