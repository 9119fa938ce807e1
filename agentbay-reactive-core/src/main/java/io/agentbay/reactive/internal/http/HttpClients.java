package io.agentbay.reactive.internal.http;

import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.config.Trust;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.netty.NettyPipeline;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.SslProvider;

/** Makes HTTP clients in which nothing is left to a default of Reactor Netty. */
final class HttpClients {

    private static final Logger LOG = LoggerFactory.getLogger(HttpClients.class);
    private static final String FINISHER = "agentbay.request";

    private final NettySettings settings;
    private final LoopResources loops;

    HttpClients(NettySettings settings, LoopResources loops) {
        this.settings = settings;
        this.loops = loops;
    }

    /** For small calls: answers may be compressed. */
    HttpClient calls(Pool pool) {
        return safe(settings.customizer().apply(base(pool).compress(true)));
    }

    /** For content: bytes as they are stored, and no write without progress for long. */
    HttpClient transfers(Pool pool) {
        var stall = settings.options().timeouts().attempt().toMillis();
        return safe(settings.customizer().apply(base(pool).compress(false)))
                .compress(false)
                .doOnConnected(
                        connection -> connection.addHandlerLast(new WriteTimeoutHandler(stall, TimeUnit.MILLISECONDS)));
    }

    /** For WebSockets: they live as long as their holder lets them. */
    HttpClient sockets(Pool pool) {
        return safe(settings.customizer().apply(base(pool).compress(false)))
                .compress(false)
                .responseTimeout(null);
    }

    private HttpClient base(Pool pool) {
        var limits = settings.options().connections();
        return HttpClient.create(pool.provider())
                .runOn(loops)
                .protocol(HttpProtocol.HTTP11)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        limits.connectTimeout().toMillis())
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.TCP_NODELAY, true)
                .keepAlive(true)
                .followRedirect(false)
                .resolver(dns -> dns.queryTimeout(limits.connectTimeout()))
                .responseTimeout(settings.options().timeouts().attempt())
                .secure(tls -> secure(tls, settings.options()));
    }

    private static void secure(SslProvider.SslContextSpec tls, ClientOptions options) {
        tls.sslContext(Http11SslContextSpec.forClient().configure(builder -> trust(builder, options.trust())))
                .handshakeTimeout(options.connections().tlsTimeout());
    }

    private static void trust(SslContextBuilder builder, Trust trust) {
        var certificates = trust.certificates();
        if (certificates != null) {
            builder.trustManager(certificates.toFile());
        }
    }

    /** What no customisation may undo: no hidden second send, no key in logs. */
    private static HttpClient safe(HttpClient client) {
        if (client.configuration().loggingHandler() != null) {
            LOG.warn("wiretap is turned off: it would print the API key and content");
        }
        return client.wiretap(false)
                .disableRetry(true)
                .doOnChannelInit((observer, channel, address) ->
                        channel.pipeline().addAfter(NettyPipeline.HttpCodec, FINISHER, new RequestFinisher()));
    }
}
