package io.agentbay.reactive.internal.wire;

import static io.agentbay.reactive.internal.pipeline.ServiceCall.Group.POLL;
import static io.agentbay.reactive.internal.pipeline.ServiceCall.Group.SYNC;
import static io.agentbay.reactive.pipeline.ApiCall.Idempotency.IDEMPOTENT;
import static io.agentbay.reactive.pipeline.ApiCall.Idempotency.READ;
import static io.agentbay.reactive.pipeline.ApiCall.Idempotency.UNSAFE;

import io.agentbay.reactive.error.NotFoundException.Kind;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.pipeline.ServiceCall.Group;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@link SyncWire} over the service's actions. */
final class DefaultSyncWire implements SyncWire {
    private final Actions actions;
    private final JsonCodec json;

    DefaultSyncWire(Actions actions, JsonCodec json) {
        this.actions = actions;
        this.json = json;
    }

    @Override
    public Mono<Void> trigger(String sessionId, String contextId, String path, Direction direction) {
        var action = Action.of("SyncContext", SYNC, UNSAFE)
                .keyInQuery()
                .field("Path", path)
                .field("Mode", direction.name().toLowerCase(Locale.ROOT))
                .field("ContextId", contextId)
                .field("SessionId", sessionId)
                .about(Kind.SESSION, sessionId);
        return actions.call(action);
    }

    @Override
    public Mono<List<SyncTask>> tasks(String sessionId) {
        return actions.call(
                on("GetContextInfo", sessionId, POLL, READ),
                reply -> reply.envelope().hasData() ? TaskJson.read(reply.data().get("ContextStatus")) : List.of());
    }

    @Override
    public Mono<Void> bind(String sessionId, List<SessionWire.MountData> mounts) {
        return actions.call(on("BindContexts", sessionId, SYNC, UNSAFE)
                .field("PersistenceDataList", json.write(MountJson.of(mounts))));
    }

    @Override
    public Mono<List<BoundContext>> bindings(String sessionId) {
        return actions.call(
                on("DescribeSessionContexts", sessionId, SYNC, READ),
                reply -> reply.items(BoundDto.class).stream()
                        .map(BoundDto::toBound)
                        .toList());
    }

    @Override
    public Mono<List<InternalContext>> internalContexts(String sessionId, List<String> types) {
        var action = on("GetAndLoadInternalContext", sessionId, SYNC, IDEMPOTENT);
        for (int i = 0; i < types.size(); i++) {
            action.field("ContextTypes." + (i + 1), types.get(i));
        }
        return actions.call(
                action,
                reply -> reply.items(InternalDto.class).stream()
                        .filter(InternalDto::isComplete)
                        .map(InternalDto::toInternal)
                        .toList());
    }

    private static Action on(String name, String sessionId, Group group, Idempotency idempotency) {
        return Action.of(name, group, idempotency).field("SessionId", sessionId).about(Kind.SESSION, sessionId);
    }

    /** A mount as DescribeSessionContexts spells it. */
    record BoundDto(
            @Nullable String contextId,
            @Nullable String contextName,
            @Nullable String path,
            @Nullable String policy,
            @Nullable String bindTime) {
        BoundContext toBound() {
            return new BoundContext(
                    Reply.required(contextId, "ContextId"),
                    contextName,
                    Reply.required(path, "Path"),
                    policy,
                    bindTime);
        }
    }

    /** A context of the service's own; one without id or path is of no use. */
    record InternalDto(
            @Nullable String contextId,
            @Nullable String contextPath,
            @Nullable String contextType) {
        boolean isComplete() {
            return contextId != null && !contextId.isEmpty() && contextPath != null && !contextPath.isEmpty();
        }

        InternalContext toInternal() {
            return new InternalContext(
                    Reply.required(contextId, "ContextId"),
                    Reply.required(contextPath, "ContextPath"),
                    contextType == null ? "" : contextType);
        }
    }
}
