package io.agentbay.reactive.internal.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON value of a shape not known beforehand, or none at all; looking for something that is not there finds an absent
 * value, never fails. Immutable.
 */
public final class JsonValue {
    private final JsonNode node;
    private final JsonMapper mapper;

    JsonValue(JsonNode node, JsonMapper mapper) {
        this.node = node;
        this.mapper = mapper;
    }

    /** Whether there is nothing: no such member, {@code null} or an empty text. */
    public boolean isAbsent() {
        return node.isMissingNode()
                || node.isNull()
                || (node.isString() && node.stringValue().isEmpty());
    }

    public boolean isObject() {
        return node.isObject();
    }

    public boolean isArray() {
        return node.isArray();
    }

    public boolean isText() {
        return node.isString();
    }

    /** The member of that exact name. */
    public JsonValue get(String name) {
        return new JsonValue(node.path(name), mapper);
    }

    /** The first of these members that is not absent. */
    public JsonValue firstOf(String... names) {
        for (String name : names) {
            var member = get(name);
            if (!member.isAbsent()) {
                return member;
            }
        }
        return new JsonValue(mapper.missingNode(), mapper);
    }

    /** The elements of an array; none of anything else. */
    public List<JsonValue> items() {
        return node.isArray()
                ? node.values().stream().map(n -> new JsonValue(n, mapper)).toList()
                : List.of();
    }

    /** The members of an object in their order; none of anything else. */
    public Map<String, JsonValue> members() {
        var members = new LinkedHashMap<String, JsonValue>();
        node.properties().forEach(p -> members.put(p.getKey(), new JsonValue(p.getValue(), mapper)));
        return members;
    }

    /** A text, number or boolean as text; {@code null} of anything else. */
    public @Nullable String text() {
        return node.isValueNode() && !node.isNull() && !node.isMissingNode() ? node.asString() : null;
    }

    /** A number or a text that holds one, as a whole number; {@code null} of anything else. */
    public @Nullable Long number() {
        var number = node.asLongOpt();
        return number.isPresent() && !node.isBoolean() ? (Long) number.getAsLong() : null;
    }

    /** A boolean or a text that holds one; {@code null} of anything else. */
    public @Nullable Boolean bool() {
        if (node.isString()) {
            var word = node.stringValue();
            return word.equalsIgnoreCase("true") ? Boolean.TRUE : word.equalsIgnoreCase("false") ? Boolean.FALSE : null;
        }
        return node.isBoolean() ? (Boolean) node.booleanValue() : null;
    }

    /**
     * The JSON inside a text, or this itself if it is not a text: the service puts JSON into texts, and not always.
     *
     * @throws JsonException if the text is neither empty nor JSON
     */
    public JsonValue inner() {
        if (!node.isString()) {
            return this;
        }
        return isAbsent()
                ? new JsonValue(mapper.missingNode(), mapper)
                : new JacksonCodec(mapper).parse(node.stringValue());
    }

    /**
     * This as a record, by the rules of {@link JsonCodec}.
     *
     * @throws JsonException if the shape is another one
     */
    public <T> T as(Class<T> type) {
        try {
            T value = mapper.readerFor(type)
                    .withAttribute(JsonValueDeserializer.MAPPER, mapper)
                    .readValue(node);
            if (value == null) {
                throw new JsonException("Nothing where " + type.getSimpleName() + " was expected");
            }
            return value;
        } catch (JacksonException e) {
            throw new JsonException("Not " + type.getSimpleName() + ", at " + e.getPathReference());
        }
    }

    /** This as JSON text. */
    public String toJson() {
        return node.toString();
    }

    /** Kind and size only: what is inside may be a secret. */
    @Override
    public String toString() {
        return "JSON " + node.getNodeType() + " of " + node.size();
    }
}
