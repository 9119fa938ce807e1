package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.Json;
import io.agentbay.reactive.local.core.OpenSession;
import io.agentbay.reactive.local.core.ServiceError;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/**
 * One WebSocket: calls that come in, what they answer, and file changes pushed as a look at the files finds them.
 *
 * <p>A code run goes on when the caller forgets it or goes away, as a tool call does. It ends with the session.
 */
final class Socket {

    private static final int GOING_AWAY = 1001;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final OpenSession session;
    private final FrontTools tools;
    private final Outbox outbox = new Outbox();
    private final Subscriptions subscriptions;

    Socket(OpenSession session, FrontTools tools) {
        this.session = session;
        this.tools = tools;
        this.subscriptions = new Subscriptions(session, outbox);
    }

    /** Ends when either side closes, the session ends, or the caller reads too slowly. */
    Mono<Void> run(WebsocketInbound in, WebsocketOutbound out) {
        Mono<Void> received = in.receiveFrames()
                .onErrorComplete(Socket::otherSideLeft)
                .ofType(TextWebSocketFrame.class)
                .map(TextWebSocketFrame::text)
                .concatMap(text -> tools.work().run(() -> message(text)))
                .then();
        return Mono.firstWithSignal(received, out.sendString(outbox.frames()).then(), looks().then(ended(out)));
    }

    /** Nobody is there to be told, and while a message fails or the session ends, on other threads, nobody would listen. */
    private static boolean otherSideLeft(Throwable error) {
        return error instanceof AbortedException || error instanceof IOException;
    }

    /** Looks again a while after the last look ended, so that large trees are looked at less often. */
    private Mono<Void> looks() {
        return Mono.defer(() -> tools.work().run(subscriptions::look))
                .delaySubscription(LOOK, tools.parts().threads().timer())
                .repeat(session::alive)
                .then();
    }

    /** Lets the other side hang up after it heard why, so that the reason is not lost with the connection. */
    private Mono<Void> ended(WebsocketOutbound out) {
        var farewell = Mono.delay(FAREWELL, tools.parts().threads().timer());
        return Mono.defer(() -> out.sendObject(new CloseWebSocketFrame(GOING_AWAY, "the session ended"))
                .then()
                .then(farewell)
                .then());
    }

    private void message(String text) {
        Map<String, @Nullable Object> message;
        try {
            message = Json.object("frame", text);
        } catch (ServiceError notJson) {
            return;
        }
        if (message.get("invocationId") instanceof String id && !id.isEmpty()) {
            call(id, message.get("data"));
        }
    }

    private void call(String id, @Nullable Object content) {
        try {
            Map<String, @Nullable Object> data = Json.child("data", content);
            String method = String.valueOf(data.get("method"));
            Map<String, @Nullable Object> parameters = Json.child("params", data.get("params"));
            switch (method) {
                case "subscribe_file_change" -> subscriptions.add(id, parameters);
                case "unsubscribe_file_change" -> subscriptions.remove(id, parameters);
                case "run_code" -> code(id, parameters);
                default -> outbox.put(Frames.error(id, "The local service does not provide the method " + method));
            }
        } catch (RuntimeException e) {
            outbox.put(Frames.error(id, words(e)));
        }
    }

    private void code(String id, Map<String, @Nullable Object> parameters) {
        CodeStream stream = new CodeStream(id, outbox);
        var unused = session.code(parameters, stream).whenComplete((end, failure) -> {
            if (failure == null) {
                stream.end(end);
            } else {
                outbox.put(Frames.error(id, words(failure)));
            }
        });
    }

    private static String words(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
