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
public final class PlainHttp {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

    private final Trust trust;

    public PlainHttp(Trust trust) {
        this.trust = trust;
    }

    /** Whether the URI stays on this machine, as far as its host says. */
    public static boolean isLoopback(URI uri) {
        return LOOPBACK.matcher(host(uri)).matches();
    }

    private static String host(URI uri) {
        return uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    }

    public boolean allows(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme())
                || "wss".equalsIgnoreCase(uri.getScheme())
                || isLoopback(uri)
                || trust.plainHttpHosts().contains(host(uri));
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
