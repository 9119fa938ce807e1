package io.agentbay.reactive.stub;

import io.agentbay.reactive.internal.pipeline.CallPipeline;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.tool.SessionSocket;
import io.agentbay.reactive.internal.tool.SocketTarget;
import io.agentbay.reactive.internal.transport.Socket;
import io.agentbay.reactive.internal.transport.SocketCall;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The other end of the sockets of one session: keeps what it is sent and says what a test says, by the wire's frames. */
public final class FakeSocket implements Socket {

    public static final String SERVER = "wuying_filesystem";
    private static final Pattern ID = Pattern.compile("\"invocationId\":\"([0-9a-f]{32})\"");

    public final List<String> sent = new ArrayList<>();
    public final List<SocketCall> opened = new ArrayList<>();
    public int closed;
    public int pings;
    /** What every message of ours is answered with; empty for nothing. */
    public String answer = "\"data\":{\"status\":\"subscribed\"}";

    private Sinks.Many<String> texts = Sinks.many().unicast().onBackpressureBuffer();

    /** A session's socket that ends here. */
    public SessionSocket session(ClientRuntime runtime) {
        var target = SocketTarget.of(
                "wss://host/ws/s-1", "tok", Map.of("get_file_change", SERVER, "run_code", "wuying_codespace"));
        return new SessionSocket(Objects.requireNonNull(target), pipeline(), runtime);
    }

    private CallPipeline pipeline() {
        return (CallPipeline) Proxy.newProxyInstance(
                CallPipeline.class.getClassLoader(),
                new Class<?>[] {CallPipeline.class},
                (proxy, method, arguments) -> open((Supplier<?>) arguments[0]));
    }

    private Mono<Socket> open(Supplier<?> call) {
        return Mono.fromSupplier(() -> {
            opened.add((SocketCall) call.get());
            texts = Sinks.many().unicast().onBackpressureBuffer();
            return this;
        });
    }

    /** The id of the last message. */
    public String lastId() {
        var matcher = ID.matcher(sent.get(sent.size() - 1));
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Says something about an invocation; {@code rest} are the frame's other members. */
    public void say(String id, String source, String rest) {
        text("{\"invocationId\":\"" + id + "\",\"source\":\"" + source + "\",\"target\":\"SDK\"," + rest + "}");
    }

    public void push(String directory, String type, String path) {
        say(
                "push-1",
                SERVER,
                "\"data\":{\"eventType\":\"file_change\",\"path\":\"" + directory + "\",\"events\":[{\"eventType\":\""
                        + type + "\",\"path\":\"" + path + "\",\"pathType\":\"file\"}]}");
    }

    public void text(String text) {
        texts.tryEmitNext(text).orThrow();
    }

    public void breakOff(Throwable error) {
        texts.tryEmitError(error).orThrow();
    }

    @Override
    public Flux<String> received() {
        return Flux.defer(() -> texts.asFlux());
    }

    @Override
    public Mono<Void> send(String text) {
        return Mono.fromRunnable(() -> {
            sent.add(text);
            if (!answer.isEmpty() && ID.matcher(text).find()) {
                say(lastId(), "WEBSOCKET_SERVER", answer);
            }
        });
    }

    @Override
    public Mono<Void> ping() {
        return Mono.fromRunnable(() -> pings++);
    }

    @Override
    public Mono<Void> close() {
        return Mono.fromRunnable(() -> closed++);
    }
}
