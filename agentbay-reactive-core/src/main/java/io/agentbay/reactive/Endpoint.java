package io.agentbay.reactive;

import io.agentbay.reactive.config.Trust;
import io.agentbay.reactive.internal.http.PlainHttp;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where the service is: {@code host[:port]}, meaning HTTPS, or a full URI. */
final class Endpoint {

    static final String DEFAULT = "wuyingai.cn-shanghai.aliyuncs.com";

    private Endpoint() {}

    static URI parse(String text, Trust trust) {
        var uri = uri(text.strip());
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        boolean bare = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
        if (uri.getHost() == null || !http || !bare || !isRoot(uri.getPath())) {
            throw bad(text, null);
        }
        if (!new PlainHttp(trust).allows(uri)) {
            throw new IllegalArgumentException("Plain http to " + uri.getHost()
                    + " would show the API key to the network; use https, or allow the host with"
                    + " ClientOptions.trust(t -> t.plainHttpTo(\"" + uri.getHost() + "\"))");
        }
        return URI.create(uri.getScheme() + "://" + uri.getAuthority());
    }

    private static URI uri(String text) {
        try {
            return new URI(text.contains("://") ? text : "https://" + text);
        } catch (URISyntaxException e) {
            throw bad(text, e);
        }
    }

    private static boolean isRoot(String path) {
        return path.isEmpty() || path.equals("/");
    }

    private static IllegalArgumentException bad(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "The endpoint '" + text + "' is neither host, host:port nor an http(s) URI without a path", cause);
    }
}
