package io.agentbay.reactive.spring.client;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import org.springframework.boot.ssl.SslBundle;
import reactor.netty.http.client.HttpClient;

/** An SSL bundle of Spring Boot as the TLS of a client. */
final class ClientTrust {

    private ClientTrust() {}

    static UnaryOperator<HttpClient> of(SslBundle bundle) {
        var context = context(bundle);
        return http -> http.secure(spec -> spec.sslContext(context));
    }

    private static SslContext context(SslBundle bundle) {
        var managers = bundle.getManagers();
        var options = bundle.getOptions();
        try {
            return SslContextBuilder.forClient()
                    .keyManager(managers.getKeyManagerFactory())
                    .trustManager(managers.getTrustManagerFactory())
                    .ciphers(options.getCiphers() == null ? null : List.of(options.getCiphers()))
                    .protocols(options.getEnabledProtocols())
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException(
                    "The SSL bundle named by agentbay.ssl.bundle cannot be used: " + e.getMessage(), e);
        }
    }
}
