package io.agentbay.reactive.internal.wire;

import static io.agentbay.reactive.internal.pipeline.ServiceCall.Group.SESSION;
import static io.agentbay.reactive.pipeline.ApiCall.Idempotency.IDEMPOTENT;
import static io.agentbay.reactive.pipeline.ApiCall.Idempotency.READ;
import static io.agentbay.reactive.pipeline.ApiCall.Idempotency.RECONCILE;

import io.agentbay.reactive.error.NotFoundException.Kind;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@link SessionWire} over the service's actions. */
final class DefaultSessionWire implements SessionWire {
    private static final int LABELS_PER_PAGE = 100;

    private final Actions actions;
    private final JsonCodec json;
    private final @Nullable String region;

    DefaultSessionWire(Actions actions, JsonCodec json, @Nullable String region) {
        this.actions = actions;
        this.json = json;
        this.region = region;
    }

    @Override
    public Mono<SessionData> create(NewSession session) {
        var mounts = session.mounts().isEmpty() ? null : json.write(MountJson.of(session.mounts()));
        var action = Action.of("CreateMcpSession", SESSION, RECONCILE)
                .field("LoginRegionId", region)
                .field("PersistenceDataList", mounts)
                .field("ImageId", session.imageId())
                .field("Labels", session.labels().isEmpty() ? null : json.write(session.labels()))
                .field("McpPolicyId", session.policyId())
                .field("Timeout", session.idleTimeoutSeconds());
        return actions.call(action, reply -> reply.data(SessionDto.class).created(reply));
    }

    @Override
    public Mono<SessionData> get(String sessionId) {
        return actions.call(
                on("GetSession", sessionId, READ),
                reply -> reply.data(SessionDto.class).toData());
    }

    @Override
    public Mono<String> status(String sessionId) {
        var action = Action.of("GetSessionDetail", SESSION, READ)
                .queryField("SessionId", sessionId)
                .about(Kind.SESSION, sessionId);
        return actions.call(
                action, reply -> Reply.required(reply.data().get("Status").text(), "Status"));
    }

    @Override
    public Mono<Page<SessionRow>> list(
            Map<String, String> labels, @Nullable String status, int maxResults, @Nullable String token) {
        var action = Action.of("ListSession", SESSION, READ)
                .field("Labels", json.write(labels))
                .field("MaxResults", maxResults)
                .field("NextToken", token)
                .queryField("Status", status);
        return actions.call(action, reply -> {
            var rows = reply.page(SessionRowDto.class);
            return new Page<>(rows.items().stream().map(SessionRowDto::toRow).toList(), rows.nextToken());
        });
    }

    @Override
    public Mono<Void> delete(String sessionId) {
        return actions.call(on("DeleteSessionAsync", sessionId, IDEMPOTENT));
    }

    @Override
    public Mono<Void> setLabels(String sessionId, Map<String, String> labels) {
        return actions.call(on("SetLabel", sessionId, IDEMPOTENT).field("Labels", json.write(labels)));
    }

    @Override
    public Mono<Map<String, String>> labels(String sessionId) {
        return Pages.all("GetLabel", token -> labels(sessionId, token))
                .collect(LinkedHashMap<String, String>::new, (all, entry) -> all.put(entry.getKey(), entry.getValue()))
                .map(Map::copyOf);
    }

    private Mono<Page<Map.Entry<String, String>>> labels(String sessionId, @Nullable String token) {
        var action = on("GetLabel", sessionId, READ)
                .field("MaxResults", LABELS_PER_PAGE)
                .field("NextToken", token);
        return actions.call(action, reply -> {
            var labels =
                    reply.envelope().hasData() ? LabelJson.read(reply.data().get("Labels")) : Map.<String, String>of();
            return new Page<>(
                    labels.entrySet().stream().toList(), reply.envelope().next());
        });
    }

    @Override
    public Mono<ResourceData> resource(String sessionId) {
        return actions.call(on("GetMcpResource", sessionId, READ), reply -> {
            var data = reply.data();
            var url = data.get("ResourceUrl").text();
            return new ResourceData(sessionId, url == null || url.isEmpty() ? null : url);
        });
    }

    @Override
    public Mono<URI> link(String sessionId, @Nullable String protocol, @Nullable Integer port) {
        var action =
                on("GetLink", sessionId, READ).field("ProtocolType", protocol).field("Port", port);
        return actions.call(
                action, reply -> DefaultContextWire.uri(reply.data().get("Url").text()));
    }

    @Override
    public Mono<Void> keepAlive(String sessionId) {
        return actions.call(on("RefreshSessionIdleTime", sessionId, IDEMPOTENT));
    }

    @Override
    public Mono<Void> pause(String sessionId) {
        return actions.call(on("PauseSessionAsync", sessionId, IDEMPOTENT));
    }

    @Override
    public Mono<Void> resume(String sessionId) {
        return actions.call(on("ResumeSessionAsync", sessionId, IDEMPOTENT));
    }

    private static Action on(String name, String sessionId, Idempotency idempotency) {
        return Action.of(name, SESSION, idempotency)
                .field("SessionId", sessionId)
                .about(Kind.SESSION, sessionId);
    }

    /** A row as ListSession spells it. */
    record SessionRowDto(
            @Nullable String sessionId, @Nullable String sessionStatus) {
        SessionRow toRow() {
            return new SessionRow(Reply.required(sessionId, "SessionId"), sessionStatus);
        }
    }
}
