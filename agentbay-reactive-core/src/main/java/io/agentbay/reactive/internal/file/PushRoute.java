package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.file.FileChange;
import io.agentbay.reactive.internal.json.JsonValue;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.tool.SessionSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** What a session tells of its directories by itself, where it has a socket and a server that does. */
final class PushRoute {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 5;
    private static final int MOST_FAILURES = 8;

    private final @Nullable SessionSocket socket;
    private final ClientRuntime runtime;

    PushRoute(@Nullable SessionSocket socket, ClientRuntime runtime) {
        this.socket = socket;
        this.runtime = runtime;
    }

    /**
     * The changes a session tells by itself; completes when it does not, or not any more.
     *
     * @param told called with true when the session has confirmed, with false when it may have stopped
     */
    Flux<List<FileChange>> changes(String directory, Told told) {
        var open = socket;
        var server = open == null ? null : open.serverOf("get_file_change");
        if (open == null || server == null) {
            return Flux.empty();
        }
        var failures = new AtomicInteger();
        var begin = message("subscribe_file_change", directory);
        var end = message("unsubscribe_file_change", directory);
        return open.subscription(server, begin, () -> confirmed(failures, told), end)
                .filter(data -> isAbout(directory, data))
                .map(data -> ChangeJson.changes(directory, data.get("events")))
                .doFinally(signal -> told.now(false))
                .retryWhen(Retry.from(errors -> errors.concatMap(error -> again(error.failure(), failures))))
                .onErrorComplete();
    }

    private static void confirmed(AtomicInteger failures, Told told) {
        failures.set(0);
        told.now(true);
    }

    /** A session that says no will say no again; a socket that broke may be opened again, ever later. */
    private Mono<Long> again(Throwable error, AtomicInteger failures) {
        int count = failures.incrementAndGet();
        if (error instanceof ToolFailedException || count > MOST_FAILURES) {
            return Mono.error(error);
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(MOST_DOUBLINGS, count - 1));
        var jitter = 1 + runtime.random().nextDouble() / 2;
        return Mono.delay(Duration.ofMillis((long) (pause.toMillis() * jitter)), runtime.timer());
    }

    private static boolean isAbout(String directory, JsonValue data) {
        return "file_change".equals(data.get("eventType").text())
                && directory.equals(data.get("path").text());
    }

    private static Map<String, Object> message(String method, String directory) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("method", method);
        message.put("params", Map.of("path", directory));
        return message;
    }

    /** Hears whether the session tells by itself. */
    interface Told {
        void now(boolean telling);
    }
}
