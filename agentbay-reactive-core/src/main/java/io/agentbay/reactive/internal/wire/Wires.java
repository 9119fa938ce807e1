package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.pipeline.CallPipeline;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * All typed actions of one client.
 *
 * @param contexts the actions on contexts
 * @param sessions the actions on sessions
 * @param sync the actions that move bytes
 * @param tools the tools of a session
 */
public record Wires(ContextWire contexts, SessionWire sessions, SyncWire sync, ToolWire tools) {

    /**
     * The actions of the service at an endpoint.
     *
     * @param region sent where something is created; null for none
     */
    public static Wires of(
            CallPipeline pipeline, ClientRuntime runtime, JsonCodec json, URI endpoint, @Nullable String region) {
        var requests = new Requests(runtime, endpoint);
        var actions = new Actions(pipeline, requests, new Replies(json));
        return new Wires(
                new DefaultContextWire(actions, region),
                new DefaultSessionWire(actions, json, region),
                new DefaultSyncWire(actions, json),
                new DefaultToolWire(actions, new LinkCalls(pipeline, requests, json), json));
    }
}
