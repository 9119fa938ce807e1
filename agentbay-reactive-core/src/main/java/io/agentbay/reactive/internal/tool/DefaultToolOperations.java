package io.agentbay.reactive.internal.tool;

import io.agentbay.reactive.internal.tool.ToolGateway.Touches;
import io.agentbay.reactive.internal.wire.ToolWire;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.tool.ToolOperations;
import io.agentbay.reactive.tool.ToolRequest;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Any tool of one session. */
public final class DefaultToolOperations implements ToolOperations {

    private final ToolGateway gateway;
    private final ToolWire wire;
    private final String imageId;

    public DefaultToolOperations(ToolGateway gateway, ToolWire wire, String imageId) {
        this.gateway = gateway;
        this.wire = wire;
        this.imageId = imageId;
    }

    @Override
    public Flux<Tool> list() {
        return Mono.defer(() -> gateway.guard(Touches.nothing(), wire.list(imageId)))
                .flatMapIterable(tools -> tools)
                .map(tool -> new Tool(tool.name(), tool.description(), tool.inputSchema()));
    }

    @Override
    public Mono<String> call(String name, Map<String, ?> arguments) {
        return call(ToolRequest.of(name).arguments(Objects.requireNonNull(arguments, "arguments")));
    }

    @Override
    public Mono<String> call(ToolRequest request) {
        Objects.requireNonNull(request, "request");
        var idempotency = request.isRepeatable() ? Idempotency.IDEMPOTENT : Idempotency.UNSAFE;
        return Mono.defer(() -> gateway.call(
                new ToolGateway.Call(request.name(), request.arguments(), idempotency, Touches.anything(), null)));
    }
}
