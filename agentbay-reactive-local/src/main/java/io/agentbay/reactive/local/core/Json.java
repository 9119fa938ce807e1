package io.agentbay.reactive.local.core;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** JSON to plain maps, lists, strings, numbers and booleans, and back; the replies and the JSON inside fields. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** Renders a plain tree as UTF-8. */
    public static byte[] bytes(Object tree) {
        return MAPPER.writeValueAsBytes(tree);
    }

    /** Renders a plain tree as text, for JSON inside a string. */
    public static String text(Object tree) {
        return MAPPER.writeValueAsString(tree);
    }

    /** Reads an object; a {@link ServiceError} naming the field if it is none. */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> object(String field, String json) {
        return read(field, json, Map.class);
    }

    /** Reads a list; a {@link ServiceError} naming the field if it is none. */
    @SuppressWarnings("unchecked")
    public static List<@Nullable Object> list(String field, String json) {
        return read(field, json, List.class);
    }

    /** A value that is an object within another; empty if it is absent. */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> child(String field, @Nullable Object value) {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> object) {
            return (Map<String, @Nullable Object>) object;
        }
        throw ServiceError.invalid(field, "is not an object");
    }

    private static <T> T read(String field, String json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw ServiceError.invalid(field, "is JSON null");
            }
            return value;
        } catch (JacksonException e) {
            throw ServiceError.invalid(field, "is not the JSON expected");
        }
    }
}
