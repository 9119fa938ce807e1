package io.agentbay.reactive.internal.context;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.context.AgentBayContext.State;
import io.agentbay.reactive.internal.wire.ContextWire.ContextData;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
                instant(data.createTime()),
                instant(data.lastUsedTime()),
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

    /** The form is not documented; what is not understood is left out rather than guessed. */
    private static @Nullable Instant instant(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var iso = text.strip().replace(' ', 'T');
        try {
            return iso.length() <= "2026-01-01T00:00:00.000".length() && !iso.endsWith("Z")
                    ? LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
