package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.Json;
import io.agentbay.reactive.local.core.OpenSession;
import io.agentbay.reactive.local.core.ServiceError;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Tools by plain HTTP, for who holds a session's token: {@code POST /link/<session>/callTool}. */
final class LinkRoute implements Route {

    static final String PATH = "/link/";
    static final String TOKEN = "X-Access-Token";

    private static final String CALL = "/callTool";

    private final FrontTools tools;

    LinkRoute(FrontTools tools) {
        this.tools = tools;
    }

    @Override
    public Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        String path = Targets.path(request.uri());
        if (!path.endsWith(CALL)) {
            return Mono.error(new ServiceError(404, "InvalidPath.NotFound", "This path is not found."));
        }
        if (!request.method().name().equals("POST")) {
            return Mono.error(new ServiceError(405, "MethodNotAllowed", "Tools are called by POST."));
        }
        String session = path.substring(PATH.length(), path.length() - CALL.length());
        String token = request.requestHeaders().get(TOKEN, "");
        return tools.bodies()
                .with(
                        request,
                        body -> tools.work()
                                .call(() -> begin(session, token, body))
                                .flatMap(answer -> Mono.fromFuture(answer.toCompletableFuture(), true)))
                .flatMap(answer -> Replies.send(response, answer));
    }

    private CompletionStage<Answer> begin(String session, String token, byte[] body) {
        OpenSession open = opened(session, token);
        LinkCall call = LinkCall.of(body);
        return open.call(call.tool(), call.arguments()).thenApply(result -> {
            journal(session, call, 200);
            return call.answer(result);
        });
    }

    private OpenSession opened(String session, String token) {
        try {
            return tools.parts().backend().door().open(session, token);
        } catch (ServiceError refused) {
            tools.parts()
                    .journal()
                    .add(tools.parts().clock().instant(), "callTool", Map.of("SessionId", session), refused.status());
            throw refused;
        }
    }

    private void journal(String session, LinkCall call, int status) {
        Map<String, String> fields =
                Map.of("SessionId", session, "Name", call.tool(), "Args", Json.text(call.arguments()));
        tools.parts().journal().add(tools.parts().clock().instant(), "callTool", fields, status);
    }

    /** A call as its body says it. */
    private record LinkCall(String tool, Map<String, @Nullable Object> arguments, String requestId) {

        static LinkCall of(byte[] body) {
            Map<String, @Nullable Object> call = Json.object("body", new String(body, StandardCharsets.UTF_8));
            if (!(call.get("tool") instanceof String tool) || tool.isEmpty()) {
                throw new ServiceError(400, "MissingParameter", "tool is mandatory for this call.");
            }
            String requestId = call.get("requestId") instanceof String given ? given : "";
            return new LinkCall(tool, Json.child("args", call.get("args")), requestId);
        }

        Answer answer(Map<String, Object> result) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("code", 0);
            answer.put("data", Map.of("result", result));
            answer.put("requestId", requestId);
            return new Answer(200, Json.bytes(answer), Map.of("Content-Type", Answer.JSON), Answer.Cut.NOWHERE);
        }
    }
}
