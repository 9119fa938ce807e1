package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.error.NotFoundException.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What exactly is missing: a call may name a session and a context, and the service says which it did not find. */
final class Missing {
    private Missing() {}

    static @Nullable Kind kind(Refusal refusal, @Nullable Kind otherwise) {
        var words = (refusal.code() == null ? refusal.message() : refusal.code()).toLowerCase(Locale.ROOT);
        if (otherwise != null && words.contains(otherwise.name().toLowerCase(Locale.ROOT))) {
            return otherwise;
        }
        return Stream.of(Kind.SESSION, Kind.CONTEXT, Kind.FILE)
                .filter(kind -> words.contains(kind.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(otherwise);
    }

    static String name(Kind kind, Action action) {
        if (kind == action.subject.kind()) {
            return action.subject.name();
        }
        return fields(kind).stream()
                .map(field -> action.form.getOrDefault(field, action.query.get(field)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(action.subject.name());
    }

    private static List<String> fields(Kind kind) {
        return switch (kind) {
            case SESSION -> List.of("SessionId");
            case CONTEXT -> List.of("ContextId", "Id", "Name");
            case FILE -> List.of("FilePath", "Path");
            case SNAPSHOT -> List.of();
        };
    }
}
