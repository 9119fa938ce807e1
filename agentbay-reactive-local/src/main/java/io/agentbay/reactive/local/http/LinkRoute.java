package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.Json;
import io.agentbay.reactive.local.core.OpenSession;
import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.fault.CallHit;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Tools by plain HTTP, for who holds a session's token: {@code POST /link/<session>/callTool}. */
final class LinkRoute implements Route {

    static final String PATH = "/link/";
    static final String TOKEN = "X-Access-Token";

    private static final String ACTION = "callTool";
    private static final String CALL = "/" + ACTION;

    private final FrontTools tools;
    private final FaultedWork faulted;
    private final Subjects subjects;

    LinkRoute(FrontTools tools) {
        this.tools = tools;
        this.faulted = new FaultedWork(tools);
        this.subjects = new Subjects(tools.parts().backend().inspection());
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
                                .flatMap(answer -> answer))
                .flatMap(answer -> Replies.send(response, answer));
    }

    private Mono<Answer> begin(String session, String token, byte[] body) {
        LinkCall call = LinkCall.of(body);
        CallHit hit = tools.parts().faults().next(subjects.ofTool(ACTION, session, call.tool(), call.arguments()));
        Map<String, String> fields =
                Map.of("SessionId", session, "Name", call.tool(), "Args", Json.text(call.arguments()));
        Noted noted = new Noted(tools, ACTION, fields, hit);
        return faulted.begin(hit, session, noted, () -> work(session, token, call));
    }

    private CompletionStage<Answer> work(String session, String token, LinkCall call) {
        try {
            OpenSession open = tools.parts().backend().door().open(session, token);
            return open.call(call.tool(), call.arguments()).thenApply(call::answer);
        } catch (ServiceError refused) {
            return CompletableFuture.completedFuture(
                    Answer.of(refused, tools.ids().next()));
        }
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
            Map<String, String> headers = Map.of("Content-Type", Answer.JSON);
            return new Answer(200, Answer.OK, Json.bytes(answer), headers, Answer.Cut.NOWHERE);
        }
    }
}
