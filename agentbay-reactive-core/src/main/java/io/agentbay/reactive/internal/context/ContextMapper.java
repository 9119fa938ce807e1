package io.agentbay.reactive.internal.context;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.context.AgentBayContext.State;
import io.agentbay.reactive.internal.wire.ContextWire.ContextData;
import io.agentbay.reactive.internal.wire.ServiceTimes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From what the service says to what users see. */
final class ContextMapper {
    private ContextMapper() {}

    static AgentBayContext toContext(ContextData data) {
        return new AgentBayContext(
                ContextId.of(data.id()),
                data.name(),
                state(data.state()),
                ServiceTimes.instant(data.createTime()),
                ServiceTimes.instant(data.lastUsedTime()),
                data.osType() == null || data.osType().isBlank() ? null : data.osType());
    }

    private static State state(@Nullable String word) {
        return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
            case "available" -> State.AVAILABLE;
            case "clearing" -> State.CLEARING;
            case "in-use" -> State.IN_USE;
            case "pre-available" -> State.PREPARING;
            default -> State.UNKNOWN;
        };
    }
}
