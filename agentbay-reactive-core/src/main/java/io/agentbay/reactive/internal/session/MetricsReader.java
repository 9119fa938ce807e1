package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.json.JsonException;
import io.agentbay.reactive.internal.json.JsonValue;
import io.agentbay.reactive.internal.tool.ToolGateway;
import io.agentbay.reactive.internal.tool.ToolGateway.Touches;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.session.SessionControl.Metrics;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a session's machine uses, by its own tool. */
final class MetricsReader {

    private static final String TOOL = "get_metrics";
    private static final JsonCodec JSON = JsonCodec.lenient();

    private final ToolGateway gateway;
    private final Clock clock;

    MetricsReader(ToolGateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    Mono<Metrics> read() {
        var call = new ToolGateway.Call(TOOL, Map.of(), Idempotency.READ, Touches.nothing(), null);
        return Mono.defer(() -> gateway.call(call)).map(this::metrics).switchIfEmpty(Mono.error(() -> unreadable("")));
    }

    private Metrics metrics(String text) {
        try {
            return metrics(JSON.parse(text), text);
        } catch (JsonException | NumberFormatException unknown) {
            throw unreadable(text);
        }
    }

    private Metrics metrics(JsonValue json, String text) {
        if (json.get("cpu_count").isAbsent() && json.get("mem_total").isAbsent()) {
            throw unreadable(text);
        }
        var cpus = whole(json, "cpu_count");
        return new Metrics(
                cpus == null ? null : cpus.intValue(),
                number(json, "cpu_used_pct"),
                whole(json, "mem_used"),
                whole(json, "mem_total"),
                whole(json, "disk_used"),
                whole(json, "disk_total"),
                time(json));
    }

    private static @Nullable Long whole(JsonValue json, String name) {
        var number = number(json, name);
        return number == null ? null : number.longValue();
    }

    private static @Nullable Double number(JsonValue json, String name) {
        var text = json.get(name).isAbsent() ? null : json.get(name).text();
        return text == null ? null : Double.valueOf(text);
    }

    private Instant time(JsonValue json) {
        var seconds = number(json, "timestamp");
        return seconds != null && seconds > 0 ? Instant.ofEpochMilli((long) (seconds * 1000)) : clock.instant();
    }

    private static UnexpectedResponseException unreadable(String text) {
        return new UnexpectedResponseException(TOOL + " names no figures", text, ErrorDetails.of(TOOL));
    }
}
