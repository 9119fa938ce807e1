package io.agentbay.reactive.local.http;

import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;

/**
 * Where a front listens.
 *
 * @param host the name or address to listen on, which is also the one in its addresses
 * @param port the port; 0 for any free one
 * @param certificate the certificate of HTTPS; null for plain HTTP
 */
public record ListenOn(String host, int port, @Nullable ServerCertificate certificate) {

    /** Makes a client trust this address; reads the certificate now, not at the first call. */
    public UnaryOperator<HttpClient> clientTrust() {
        if (certificate == null) {
            return UnaryOperator.identity();
        }
        SslContext context = certificate.clientContext();
        return client -> client.secure(spec -> spec.sslContext(context));
    }

    /** Whether only this machine reaches it; looks the host up, which may block. */
    boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    String scheme() {
        return certificate == null ? "http" : "https";
    }

    String authorityHost() {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
