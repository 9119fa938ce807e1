package io.agentbay.reactive.tool;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A call of one tool. Immutable: each call on it returns a new one. */
public final class ToolRequest {

    private final String name;
    private final Map<String, @Nullable Object> arguments;
    private final boolean repeatable;

    private ToolRequest(String name, Map<String, @Nullable Object> arguments, boolean repeatable) {
        this.name = name;
        this.arguments = arguments;
        this.repeatable = repeatable;
    }

    /** A call of the tool {@code name} without arguments that is sent once at most. */
    public static ToolRequest of(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("tool name must not be blank: give one that list() names");
        }
        return new ToolRequest(name, Map.of(), false);
    }

    /** Adds or replaces one argument: text, a number, a boolean, null, or lists and maps of these. */
    public ToolRequest argument(String key, @Nullable Object value) {
        return arguments(Collections.singletonMap(Objects.requireNonNull(key, "key"), value));
    }

    /** Adds or replaces arguments. */
    public ToolRequest arguments(Map<String, ? extends @Nullable Object> more) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(arguments);
        all.putAll(more);
        return new ToolRequest(name, Collections.unmodifiableMap(all), repeatable);
    }

    /** Says that running this call twice does no harm, so that it may be sent again after a lost answer. */
    public ToolRequest repeatable() {
        return new ToolRequest(name, arguments, true);
    }

    /** The tool's name. */
    public String name() {
        return name;
    }

    /** The arguments, in the order they were added; unmodifiable. */
    public Map<String, @Nullable Object> arguments() {
        return arguments;
    }

    /** Whether the call may be sent again after a lost answer. */
    public boolean isRepeatable() {
        return repeatable;
    }
}
