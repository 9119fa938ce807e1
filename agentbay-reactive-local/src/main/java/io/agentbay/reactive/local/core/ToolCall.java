package io.agentbay.reactive.local.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One tool call in one session, its arguments read by name. */
record ToolCall(StoredSession session, SessionFiles files, Map<String, @Nullable Object> arguments) {

    String path(String name) {
        return Keys.path(name, text(name));
    }

    String text(String name) {
        return find(name).orElseThrow(() -> new ToolFailure("The argument " + name + " is missing"));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(arguments.get(name)).map(Object::toString);
    }

    boolean flag(String name) {
        return find(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    long number(String name) {
        try {
            return find(name)
                    .filter(text -> !text.isEmpty())
                    .map(Long::parseLong)
                    .orElse(0L);
        } catch (NumberFormatException e) {
            throw new ToolFailure("The argument " + name + " is not a whole number");
        }
    }

    List<?> list(String name) {
        return arguments.get(name) instanceof List<?> list ? list : List.of();
    }
}
