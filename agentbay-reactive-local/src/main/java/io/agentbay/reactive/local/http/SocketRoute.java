package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.OpenSession;
import io.agentbay.reactive.local.core.ServiceError;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;

/** The WebSocket of a session, for who holds its token: {@code GET /ws/<session>}. */
final class SocketRoute implements Route {

    static final String PATH = "/ws/";

    private final FrontTools tools;

    SocketRoute(FrontTools tools) {
        this.tools = tools;
    }

    @Override
    public Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        String session = Targets.path(request.uri()).substring(PATH.length());
        String token = request.requestHeaders().get(LinkRoute.TOKEN, "");
        if (!request.requestHeaders().contains("Upgrade", "websocket", true)) {
            return Mono.error(new ServiceError(426, "UpgradeRequired", "This path is a WebSocket."));
        }
        return tools.work()
                .call(() -> opened(session, token))
                .delayUntil(open -> onEventLoop(response))
                .flatMap(open -> upgrade(open, response));
    }

    /** Between two reads of the connection: a frame that is read in the middle of an upgrade is lost, and its buffer leaks. */
    private static Mono<Void> onEventLoop(HttpServerResponse response) {
        return Mono.create(sink -> response.withConnection(
                connection -> connection.channel().eventLoop().execute(sink::success)));
    }

    private OpenSession opened(String session, String token) {
        int status = 101;
        String code = Answer.OK;
        try {
            return tools.parts().backend().door().open(session, token);
        } catch (ServiceError refused) {
            status = refused.status();
            code = refused.code();
            throw refused;
        } finally {
            new Noted(tools, "WebSocket", Map.of("SessionId", session), null).did(status, code);
        }
    }

    private Mono<Void> upgrade(OpenSession session, HttpServerResponse response) {
        WebsocketServerSpec spec = WebsocketServerSpec.builder()
                .maxFramePayloadLength(tools.limits().bodyBytes())
                .build();
        return response.sendWebsocket(
                (in, out) -> {
                    in.withConnection(connection -> connection.addHandlerLast(BrokenFrames.NAME, new BrokenFrames()));
                    return new Socket(session, tools)
                            .run(in.aggregateFrames(tools.limits().bodyBytes()), out);
                },
                spec);
    }
}
