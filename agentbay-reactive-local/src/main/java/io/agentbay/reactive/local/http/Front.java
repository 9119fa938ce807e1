package io.agentbay.reactive.local.http;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.net.URI;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.FutureMono;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;

/** The HTTP server in front of a {@link Backend}. It decides nothing; it decodes, authenticates, bounds and streams. */
public final class Front {

    private final DisposableServer server;
    private final URI endpoint;
    private final ChannelGroup connections;

    private Front(DisposableServer server, URI endpoint, ChannelGroup connections) {
        this.server = server;
        this.endpoint = endpoint;
        this.connections = connections;
    }

    /** Starts to listen; an address that cannot be had is an {@link IllegalStateException} naming it. */
    public static Mono<Front> start(ListenOn address, FrontParts parts) {
        return start(address, parts, FrontLimits.defaults());
    }

    static Mono<Front> start(ListenOn address, FrontParts parts, FrontLimits limits) {
        ChannelGroup connections = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);
        return Mono.defer(() -> configured(address, FrontTools.of(parts, limits), connections)
                        .bind())
                .map(server -> {
                    URI endpoint = endpoint(address, server);
                    parts.urls().listening(endpoint);
                    return new Front(server, endpoint, connections);
                })
                .onErrorMap(ChannelBindException.class, e -> cannotListen(address, e));
    }

    /** The address to give to clients, without a trailing slash. */
    public URI endpoint() {
        return endpoint;
    }

    /** Stops listening and hangs up, while there are event loops still to give back what connections hold. */
    public Mono<Void> close() {
        return Mono.defer(() -> {
            server.dispose();
            return server.onDispose().then(FutureMono.deferFuture(connections::close));
        });
    }

    private static HttpServer configured(ListenOn address, FrontTools tools, ChannelGroup connections) {
        FrontLimits limits = tools.limits();
        HttpServer server = HttpServer.create()
                .host(address.host())
                .port(address.port())
                .protocol(HttpProtocol.HTTP11)
                .runOn(tools.parts().threads().loops())
                .maxConnections(limits.connections())
                .idleTimeout(limits.idleTimeout())
                .httpRequestDecoder(
                        spec -> spec.maxInitialLineLength(limits.lineBytes()).maxHeaderSize(limits.headerBytes()))
                .doOnChannelInit((observer, channel, remote) -> {
                    connections.add(channel);
                    SlowClients.watch(channel, limits);
                })
                .handle(router(tools, address.isLoopback())::handle);
        return secured(server, address);
    }

    private static HttpServer secured(HttpServer server, ListenOn address) {
        ServerCertificate certificate = address.certificate();
        if (certificate == null) {
            return server;
        }
        SslContext context = certificate.serverContext();
        return server.secure(spec -> spec.sslContext(context));
    }

    private static Router router(FrontTools tools, boolean open) {
        return new Router(
                tools,
                new ActionRoute(tools),
                Map.of(
                        ControlRoute.PATH,
                        new ControlRoute(tools, open),
                        SignedUrls.PATH + "/",
                        new StoreRoute(tools),
                        LinkRoute.PATH,
                        new LinkRoute(tools),
                        SocketRoute.PATH,
                        new SocketRoute(tools)));
    }

    private static URI endpoint(ListenOn address, DisposableServer server) {
        return URI.create(address.scheme() + "://" + address.authorityHost() + ":" + server.port());
    }

    private static IllegalStateException cannotListen(ListenOn address, ChannelBindException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new IllegalStateException(
                "Cannot listen on " + address.authorityHost() + ":" + address.port() + ": " + cause.getMessage(), e);
    }
}
