package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Calling the tools of a session, by whichever route fits. */
public interface ToolWire {

    /**
     * Calls a tool: by the session's link when link, token and the tool's server are known, else CallMcpTool. The
     * result's text; {@code isError} is {@code ToolFailedException}.
     *
     * @param timeout of one attempt, instead of the configured one; null for that
     */
    Mono<String> call(
            ToolTarget target,
            String tool,
            Map<String, ?> arguments,
            Idempotency idempotency,
            @Nullable Duration timeout);

    /** ListMcpTools. */
    Mono<List<ToolData>> list(String imageId);

    /** Where a session's tools are reached; link and token are secrets and do not print. */
    record ToolTarget(
            String sessionId,
            @Nullable String linkUrl,
            @Nullable String token,
            Map<String, String> toolServers) {
        @Override
        public String toString() {
            return "ToolTarget[" + sessionId + "]";
        }
    }

    /** A tool of an image; the schema is JSON text. */
    record ToolData(
            String name,
            String description,
            String inputSchema,
            @Nullable String server) {}
}
