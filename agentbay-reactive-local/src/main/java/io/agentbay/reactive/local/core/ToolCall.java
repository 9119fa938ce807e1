package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One tool call in one session, its arguments read by name. */
record ToolCall(StoredSession session, SessionFiles files, Map<String, @Nullable Object> arguments) {

    String path(String name) {
        return Keys.path(name, text(name));
    }

    /** A path, behind the links it leads through. */
    String followed(String name) throws IOException {
        return SessionLinks.follow(files, path(name));
    }

    /** The same of what has this name itself, a link if it is one. */
    String followedToName(String name) throws IOException {
        String path = path(name);
        String parent = SessionLinks.follow(files, Keys.parent(path));
        return path.equals("/") ? path : Keys.join(parent, "/" + Keys.name(path));
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
