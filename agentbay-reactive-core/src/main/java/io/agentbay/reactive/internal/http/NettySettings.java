package io.agentbay.reactive.internal.http;

import io.agentbay.reactive.common.ApiKey;
import io.agentbay.reactive.config.ClientOptions;
import java.util.function.UnaryOperator;
import reactor.netty.http.client.HttpClient;

/**
 * What a transport is made of.
 *
 * @param options connections, trust and timeouts
 * @param key added to requests that ask for it
 * @param userAgent sent with every call that is not to a signed URL
 * @param customizer the user's changes to the HTTP client; what safety depends on is set after it
 */
public record NettySettings(ClientOptions options, ApiKey key, String userAgent, UnaryOperator<HttpClient> customizer) {

    /** Returns settings with the library's own user agent and no changes by the user. */
    public static NettySettings of(ClientOptions options, ApiKey key) {
        return new NettySettings(options, key, "agentbay-reactive/" + version(), UnaryOperator.identity());
    }

    /** Returns these settings with the user's changes to the HTTP client. */
    public NettySettings customizer(UnaryOperator<HttpClient> change) {
        return new NettySettings(options, key, userAgent, change);
    }

    private static String version() {
        var version = NettySettings.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0-SNAPSHOT" : version;
    }
}
