package io.agentbay.reactive.internal.wire;

import static io.agentbay.reactive.internal.pipeline.ServiceCall.Group.TOOL;
import static io.agentbay.reactive.pipeline.ApiCall.Idempotency.READ;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.CallRejectedException;
import io.agentbay.reactive.error.CallRejectedException.Reason;
import io.agentbay.reactive.error.NotFoundException.Kind;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@link ToolWire} over a session's link and CallMcpTool. */
final class DefaultToolWire implements ToolWire {
    private final Actions actions;
    private final LinkCalls links;
    private final JsonCodec json;

    DefaultToolWire(Actions actions, LinkCalls links, JsonCodec json) {
        this.actions = actions;
        this.links = links;
        this.json = json;
    }

    @Override
    public Mono<String> call(
            ToolTarget target,
            String tool,
            Map<String, ?> arguments,
            Idempotency idempotency,
            @Nullable Duration timeout) {
        var byAction = Mono.defer(() -> byAction(target, tool, arguments, idempotency, timeout));
        var link = links.route(target, tool);
        return link == null
                ? byAction
                : links.call(link, target.sessionId(), tool, arguments, idempotency, timeout)
                        .onErrorResume(DefaultToolWire::surelyNotRun, e -> byAction);
    }

    /** Only then may the other route be tried: the tool must not run twice. */
    private static boolean surelyNotRun(Throwable error) {
        return error instanceof AgentBayException failure
                && !failure.mayHaveHappened()
                && (isNotSent(failure)
                        || (failure instanceof CallRejectedException rejected
                                && rejected.reason() == Reason.CIRCUIT_OPEN));
    }

    private static boolean isNotSent(AgentBayException failure) {
        return failure instanceof TransportException transport
                && transport.phase().compareTo(TransportException.Phase.SEND) < 0;
    }

    private Mono<String> byAction(
            ToolTarget target,
            String tool,
            Map<String, ?> arguments,
            Idempotency idempotency,
            @Nullable Duration timeout) {
        var action = Action.of("CallMcpTool", TOOL, idempotency)
                .field("Args", json.write(arguments))
                .field("AutoGenSession", false)
                .field("Name", tool)
                .field("Server", target.toolServers().get(tool))
                .field("SessionId", target.sessionId())
                .about(Kind.SESSION, target.sessionId())
                .timeout(timeout);
        return actions.call(action, reply -> text(reply, tool));
    }

    private static String text(Reply reply, String tool) {
        var result = ToolResult.of(reply.data());
        if (result.isError()) {
            throw reply.errors()
                    .toolFailed(
                            tool,
                            result.text(),
                            reply.answer(),
                            reply.envelope().requestId());
        }
        return result.text();
    }

    @Override
    public Mono<List<ToolData>> list(String imageId) {
        var action = Action.of("ListMcpTools", TOOL, READ).field("ImageId", imageId);
        return actions.call(action, reply -> ToolListJson.tools(reply.data()));
    }
}
