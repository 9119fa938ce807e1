package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.internal.tool.ToolGateway;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.stub.VirtualRuntime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A session that keeps what changed until it is asked, once; each answer takes 50 ms of virtual time. */
final class WatchedMachine implements ToolGateway {

    final VirtualRuntime time = new VirtualRuntime();
    final Deque<String> unread = new ArrayDeque<>();
    final Deque<Throwable> failures = new ArrayDeque<>();
    final List<Duration> reads = new ArrayList<>();
    final Sinks.Empty<Void> closing = Sinks.empty();
    final Watches watches = new Watches(this, null, Mono::empty, time);
    int atOnce;
    int mostAtOnce;

    /** Something happens inside the session. */
    void change(String type, String path) {
        unread.add("{\"eventType\":\"" + type + "\",\"path\":\"" + path + "\",\"pathType\":\"file\"}");
    }

    void fail(Throwable error) {
        failures.add(error);
    }

    @Override
    public String sessionId() {
        return "s-1";
    }

    @Override
    public Mono<String> call(Call call) {
        if (!call.tool().equals("get_file_change") || call.idempotency() != Idempotency.UNSAFE) {
            return Mono.error(new AssertionError("unexpected " + call));
        }
        return Mono.defer(() -> {
                    reads.add(Duration.ofNanos(time.nanos()));
                    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
                    return answer();
                })
                .doFinally(signal -> atOnce--);
    }

    private Mono<String> answer() {
        if (!failures.isEmpty()) {
            return Mono.error(failures.poll());
        }
        var list = unread.stream().collect(Collectors.joining(",", "[", "]"));
        unread.clear();
        return Mono.delay(Duration.ofMillis(50), time.timer()).thenReturn(list);
    }

    @Override
    public <T> Mono<T> guard(Touches touches, Mono<T> work) {
        return work;
    }

    @Override
    public Mono<Void> closing() {
        return closing.asMono();
    }

    void advance(long millis) {
        time.advance(Duration.ofMillis(millis));
    }
}
