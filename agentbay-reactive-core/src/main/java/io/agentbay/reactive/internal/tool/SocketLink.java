package io.agentbay.reactive.internal.tool;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.SubscriberTooSlowException;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.json.JsonException;
import io.agentbay.reactive.internal.json.JsonValue;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.transport.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/** One open socket and who waits for what on it. */
final class SocketLink {

    private static final JsonCodec JSON = JsonCodec.lenient();
    private static final String PING = "{\"type\":\"ping\"}";
    private static final int MOST_WAITING = 1_024;

    private final Socket socket;
    private final ClientRuntime runtime;
    private final Map<String, Sinks.Many<JsonValue>> pending = new ConcurrentHashMap<>();
    private final Map<Sinks.Many<JsonValue>, String> listeners = new ConcurrentHashMap<>();

    SocketLink(Socket socket, ClientRuntime runtime) {
        this.socket = socket;
        this.runtime = runtime;
    }

    /** This link once, then nothing until the socket breaks, which is an error. */
    Flux<SocketLink> live() {
        var beats = Flux.interval(SessionSocket.HEARTBEAT, runtime.timer())
                .onBackpressureDrop()
                .concatMap(beat -> socket.send(PING).then(socket.ping()), 1)
                .then();
        var texts = socket.received().doOnNext(this::received).then();
        return Flux.just(this).concatWith(Mono.firstWithSignal(texts, beats).then(Mono.error(SocketLink::gone)));
    }

    /** Asks a server; what it answers until the end of it. */
    Flux<JsonValue> call(String server, Map<String, ?> data) {
        return Flux.defer(() -> {
            var id = newId();
            Sinks.Many<JsonValue> answers = waiting();
            pending.put(id, answers);
            return socket.send(frame(id, server, data))
                    .thenMany(answers.asFlux())
                    .doFinally(signal -> pending.remove(id));
        });
    }

    /** Tells a server something whose answer does not matter. */
    Mono<Void> tell(String server, Map<String, ?> data) {
        return Mono.defer(() -> socket.send(frame(newId(), server, data)));
    }

    /** What a server says without being asked. */
    Flux<JsonValue> pushes(String server) {
        return Flux.defer(() -> {
            Sinks.Many<JsonValue> told = waiting();
            listeners.put(told, server);
            return told.asFlux().doFinally(signal -> listeners.remove(told));
        });
    }

    private void received(String text) {
        SocketFrame frame;
        try {
            frame = SocketFrame.of(JSON.parse(text));
        } catch (JsonException notOurs) {
            return;
        }
        var waiting = pending.get(frame.id());
        if (waiting != null) {
            answer(waiting, frame);
        } else {
            listeners.forEach((listener, server) -> {
                if (server.equals(frame.source())) {
                    next(listener, frame.data());
                }
            });
        }
    }

    private static void answer(Sinks.Many<JsonValue> waiting, SocketFrame frame) {
        var failure = frame.failure();
        if (failure != null) {
            waiting.tryEmitError(failure);
            return;
        }
        next(waiting, frame.data());
        if (frame.isLast()) {
            waiting.tryEmitComplete();
        }
    }

    private static void next(Sinks.Many<JsonValue> waiting, JsonValue data) {
        if (waiting.tryEmitNext(data) == Sinks.EmitResult.FAIL_OVERFLOW) {
            waiting.tryEmitError(new SubscriberTooSlowException(
                    "More than " + MOST_WAITING + " messages of a session were waiting",
                    MOST_WAITING,
                    ErrorDetails.of("WebSocket").mayHaveHappened(true)));
        }
    }

    private static Sinks.Many<JsonValue> waiting() {
        return Sinks.many()
                .unicast()
                .onBackpressureBuffer(Queues.<JsonValue>get(MOST_WAITING).get());
    }

    private static String frame(String id, String server, Map<String, ?> data) {
        var frame = new LinkedHashMap<String, Object>();
        frame.put("invocationId", id);
        frame.put("source", "SDK");
        frame.put("target", server);
        frame.put("data", data);
        return JSON.write(frame);
    }

    private String newId() {
        var random = runtime.random();
        return String.format("%016x%016x", random.nextLong(), random.nextLong());
    }

    private static TransportException gone() {
        return new TransportException(
                "The session closed its WebSocket",
                TransportException.Phase.BODY,
                ErrorDetails.of("WebSocket").mayHaveHappened(true));
    }
}
