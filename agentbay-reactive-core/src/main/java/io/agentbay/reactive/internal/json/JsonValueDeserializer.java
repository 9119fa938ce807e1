package io.agentbay.reactive.internal.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Lets a record hold a member of no fixed shape as a {@link JsonValue}. */
final class JsonValueDeserializer extends ValueDeserializer<JsonValue> {
    /** The reader's attribute that holds its mapper. */
    static final Object MAPPER = JsonMapper.class;

    @Override
    public JsonValue deserialize(JsonParser parser, DeserializationContext context) {
        return new JsonValue(context.readTree(parser), (JsonMapper) context.getAttribute(MAPPER));
    }
}
