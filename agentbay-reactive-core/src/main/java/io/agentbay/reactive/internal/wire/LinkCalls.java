package io.agentbay.reactive.internal.wire;

import static io.agentbay.reactive.internal.pipeline.ServiceCall.Group.LINK;

import io.agentbay.reactive.error.NotFoundException.Kind;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.json.JsonException;
import io.agentbay.reactive.internal.json.JsonValue;
import io.agentbay.reactive.internal.pipeline.CallPipeline;
import io.agentbay.reactive.internal.pipeline.ServiceCall;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import io.agentbay.reactive.internal.transport.HttpCall;
import io.agentbay.reactive.internal.wire.ToolWire.ToolTarget;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Calls tools by a session's own link: past the service's gateway, with the session's token instead of the key. */
final class LinkCalls {
    private final CallPipeline pipeline;
    private final Requests requests;
    private final JsonCodec json;

    LinkCalls(CallPipeline pipeline, Requests requests, JsonCodec json) {
        this.pipeline = pipeline;
        this.requests = requests;
        this.json = json;
    }

    /** The way to a tool by its session's link; null when link, token or server is not known. */
    @Nullable
    Route route(ToolTarget target, String tool) {
        var link = target.linkUrl();
        var token = target.token();
        var server = target.toolServers().get(tool);
        return link == null || token == null || server == null ? null : Route.of(link, token, server);
    }

    Mono<String> call(
            Route route,
            String sessionId,
            String tool,
            Map<String, ?> arguments,
            Idempotency idempotency,
            @Nullable Duration timeout) {
        var action = Action.of("link:" + tool, LINK, idempotency).about(Kind.SESSION, sessionId);
        return Mono.defer(() -> pipeline.call(new ServiceCall<>(
                action.name,
                LINK,
                idempotency,
                0,
                timeout,
                () -> request(route, tool, arguments),
                (answer, attempt) -> read(action, tool, answer, attempt))));
    }

    private HttpCall request(Route route, String tool, Map<String, ?> arguments) {
        var body = new LinkedHashMap<String, Object>();
        body.put("args", arguments);
        body.put("server", route.server());
        body.put("requestId", requests.linkRequestId());
        body.put("tool", tool);
        body.put("token", route.token());
        return requests.link(route.uri(), route.token(), json.writeBytes(body));
    }

    private String read(Action action, String tool, HttpAnswer answer, int attempt) {
        var errors = new ErrorMapper(action, attempt);
        var body = parse(answer, errors);
        var requestId = body.get("requestId").text();
        if (answer.status() >= 400) {
            throw errors.refused(new Refusal(answer.status(), null, message(body), requestId, answer));
        }
        try {
            var result = ToolResult.of(body.get("data").inner().get("result"));
            if (result.isError()) {
                throw errors.toolFailed(tool, result.text(), answer, requestId);
            }
            return result.text();
        } catch (JsonException e) {
            throw errors.unexpected(answer, e.reason(), requestId);
        }
    }

    private JsonValue parse(HttpAnswer answer, ErrorMapper errors) {
        try {
            return json.parse(answer.body());
        } catch (JsonException e) {
            throw errors.garbage(answer, e.reason());
        }
    }

    private static String message(JsonValue body) {
        var message = body.firstOf("message", "Message", "msg", "error").text();
        return message == null ? "" : message;
    }

    /** A link, its token and a server behind it; a secret. */
    record Route(URI uri, String token, String server) {
        static @Nullable Route of(String link, String token, String server) {
            try {
                var base = link.endsWith("/") ? link.substring(0, link.length() - 1) : link;
                return new Route(URI.create(base + "/callTool"), token, server);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        @Override
        public String toString() {
            return "Route[" + server + "]";
        }
    }
}
