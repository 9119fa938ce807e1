package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.internal.json.JsonException;
import io.agentbay.reactive.internal.json.JsonValue;
import io.agentbay.reactive.internal.wire.SessionWire.ContextRow;
import io.agentbay.reactive.internal.wire.SessionWire.SessionData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session as CreateMcpSession and GetSession spell it. */
record SessionDto(
        @Nullable String sessionId,
        @Nullable String appInstanceId,
        @Nullable String resourceId,
        @Nullable String resourceUrl,
        @Nullable String httpPort,
        @Nullable String networkInterfaceIp,
        @Nullable Boolean vpcResource,
        @Nullable String token,
        @Nullable String linkUrl,
        @Nullable String wsUrl,
        @Nullable JsonValue toolList,
        @Nullable Boolean success,
        @Nullable String errMsg,
        @Nullable String status,
        @Nullable List<ContextRow> contexts) {

    /** The inner {@code Success} can still fail a creation that the envelope calls a success. */
    SessionData created(Reply reply) {
        if (!Boolean.FALSE.equals(success)) {
            return toData();
        }
        if (sessionId != null && !sessionId.isEmpty()) {
            throw new JsonException("a session and the word that there is none");
        }
        throw reply.refused(errMsg);
    }

    SessionData toData() {
        return new SessionData(
                Reply.required(sessionId, "SessionId"),
                present(status),
                present(resourceUrl),
                present(linkUrl),
                present(wsUrl),
                present(token),
                ToolListJson.servers(toolList),
                contexts == null ? List.of() : List.copyOf(contexts));
    }

    private static @Nullable String present(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
