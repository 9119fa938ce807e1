package io.agentbay.reactive.internal.http;

import io.agentbay.reactive.config.Trust;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.TransportException.Phase;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/** Lets a request leave without TLS only if it stays on this machine or its host was allowed by name. */
final class PlainHttp {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

    private final Trust trust;

    PlainHttp(Trust trust) {
        this.trust = trust;
    }

    boolean allows(URI uri) {
        var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        return "https".equalsIgnoreCase(uri.getScheme())
                || LOOPBACK.matcher(host).matches()
                || trust.plainHttpHosts().contains(host);
    }

    <T> Mono<T> refuse(String operation, URI uri) {
        return Mono.error(() -> new TransportException(
                "Plain http to " + uri.getHost()
                        + " is refused; allow it with ClientOptions.trust(t -> t.plainHttpTo(\"" + uri.getHost()
                        + "\"))",
                Phase.CONNECT,
                ErrorDetails.of(operation).attempts(0)));
    }
}
