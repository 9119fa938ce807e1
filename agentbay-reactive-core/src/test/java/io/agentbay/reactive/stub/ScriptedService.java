package io.agentbay.reactive.stub;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A stand-in for the service over real HTTP on a free loopback port: records every request and answers from a script.
 *
 * <p>Scripts are per action name, or per path for everything that is not {@code /}. A script's last answer repeats;
 * what has no script is answered with HTTP 500 and a message that says so.
 */
public final class ScriptedService implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<Recorded> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Recorded, Answer>> scripts = new ConcurrentHashMap<>();
    private final DisposableServer server;

    private ScriptedService() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(this::handle)
                .bindNow(LONG);
    }

    public static ScriptedService start() {
        return new ScriptedService();
    }

    /** Where it listens, as {@code http://127.0.0.1:port}. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Answers an action, or a path that is not {@code /}, with these in turn; the last one repeats. */
    public ScriptedService on(String actionOrPath, Answer first, Answer... more) {
        Queue<Answer> rest = new ArrayDeque<>(List.of(more));
        Answer[] current = {first};
        return on(actionOrPath, request -> {
            synchronized (rest) {
                Answer answer = current[0];
                current[0] = rest.isEmpty() ? answer : rest.remove();
                return answer;
            }
        });
    }

    /** Answers an action, or a path that is not {@code /}, by a function of the request. */
    public ScriptedService on(String actionOrPath, Function<Recorded, Answer> script) {
        scripts.put(actionOrPath, script);
        return this;
    }

    /** All requests so far, in order of arrival. */
    public List<Recorded> requests() {
        return List.copyOf(requests);
    }

    /** The requests for one action or path so far. */
    public List<Recorded> requests(String actionOrPath) {
        return requests.stream().filter(r -> r.key().equals(actionOrPath)).toList();
    }

    @Override
    public void close() {
        server.disposeNow(LONG);
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        var headers = new HashMap<String, String>();
        request.requestHeaders().forEach(h -> headers.put(h.getKey(), h.getValue()));
        return request.receive()
                .aggregate()
                .asByteArray()
                .defaultIfEmpty(new byte[0])
                .map(body -> Recorded.of(request.method().name(), request.uri(), headers, body))
                .flatMap(recorded -> {
                    requests.add(recorded);
                    return deliver(script(recorded), response);
                });
    }

    private Answer script(Recorded request) {
        var script = scripts.get(request.key());
        return script == null
                ? Answer.error(500, "Unscripted", "No script for " + request.key())
                : script.apply(request);
    }

    private static Mono<Void> deliver(Answer answer, HttpServerResponse response) {
        Mono<Void> sent = Mono.defer(() -> send(answer, response));
        return answer.delay().isZero() ? sent : Mono.delay(answer.delay()).then(sent);
    }

    private static Mono<Void> send(Answer answer, HttpServerResponse response) {
        if (answer.drop() == Answer.Drop.BEFORE_ANSWER) {
            return cut(response);
        }
        response.status(answer.status());
        answer.headers().forEach(response::header);
        response.header("Content-Length", Integer.toString(answer.body().length));
        if (answer.drop() == Answer.Drop.MID_BODY) {
            byte[] half = Arrays.copyOf(answer.body(), answer.body().length / 2);
            return response.sendByteArray(Mono.just(half))
                    .then()
                    .then(cut(response))
                    .onErrorResume(e -> cut(response));
        }
        return response.sendByteArray(Mono.just(answer.body())).then();
    }

    private static Mono<Void> cut(HttpServerResponse response) {
        return Mono.fromRunnable(() -> response.withConnection(c -> {
            var unused = c.channel().close();
        }));
    }
}
