package io.agentbay.reactive.internal.tool;

import io.agentbay.reactive.internal.json.JsonValue;
import io.agentbay.reactive.internal.pipeline.CallPipeline;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.transport.Socket;
import io.agentbay.reactive.internal.transport.SocketCall;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.retry.Retry;

/**
 * The one WebSocket of a session: opened for the first who needs it, shared, closed when nobody needed it for a while.
 *
 * <p>When it breaks, all who use it fail; who comes after that gets a new one.
 */
public final class SessionSocket {

    static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int MOST_TEXT = 8 << 20;

    private final SocketTarget target;
    private final CallPipeline pipeline;
    private final ClientRuntime runtime;
    private volatile Flux<SocketLink> shared;

    public SessionSocket(SocketTarget target, CallPipeline pipeline, ClientRuntime runtime) {
        this.target = target;
        this.pipeline = pipeline;
        this.runtime = runtime;
        this.shared = opening();
    }

    /** The server that runs a tool; null when the session names none. */
    public @Nullable String serverOf(String tool) {
        return target.servers().get(tool);
    }

    /** Asks a server and passes on what it answers, to the end of it; a cancel stops listening. */
    public Flux<JsonValue> call(String server, Map<String, ?> data) {
        return links().concatMap(link -> link.call(server, data).materialize(), 1)
                .dematerialize();
    }

    /**
     * Subscribes to what a server tells by itself: asks with {@code begin}, runs {@code confirmed} when that was
     * answered, passes on what comes, and sends {@code end} when cancelled. An error when the socket breaks.
     */
    public Flux<JsonValue> subscription(String server, Map<String, ?> begin, Runnable confirmed, Map<String, ?> end) {
        return links().concatMap(
                        link -> Flux.usingWhen(
                                Mono.just(link),
                                one -> told(one, server, begin, confirmed),
                                one -> one.tell(server, end).onErrorComplete()),
                        1);
    }

    private Flux<JsonValue> told(SocketLink link, String server, Map<String, ?> begin, Runnable confirmed) {
        Mono<JsonValue> asked = link.call(server, begin)
                .then()
                .timeout(ANSWER_LIMIT, runtime.timer())
                .doOnSuccess(done -> confirmed.run())
                .then(Mono.empty());
        return Flux.merge(link.pushes(server), asked);
    }

    /** One link, for as long as it lasts; never completes. */
    private Flux<SocketLink> links() {
        return Flux.defer(() -> shared)
                // The socket was closing just as this one came.
                .retryWhen(Retry.indefinitely().filter(CancellationException.class::isInstance));
    }

    /** One socket and its end; what one user carries in its context must not reach the others. */
    private Flux<SocketLink> opening() {
        return Flux.usingWhen(open(), this::live, Socket::close)
                .contextWrite(context -> Context.empty())
                .doOnTerminate(this::renew)
                .doOnCancel(this::renew)
                .replay(1)
                .refCount(1, IDLE, runtime.timer());
    }

    private void renew() {
        shared = opening();
    }

    private Mono<Socket> open() {
        return Mono.defer(() -> pipeline.open(
                () -> new SocketCall(target.uri(), Map.of("X-Access-Token", target.token()), MOST_TEXT, HEARTBEAT)));
    }

    private Flux<SocketLink> live(Socket socket) {
        return new SocketLink(socket, runtime).live();
    }
}
