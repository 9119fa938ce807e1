package io.agentbay.reactive.internal.json;

import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** {@link JsonCodec} with Jackson 3; what a mapper learns of the types it reads, all who read them share. */
final class JacksonCodec implements JsonCodec {

    static final JacksonCodec LENIENT = of(false);
    static final JacksonCodec STRICT = of(true);

    private final JsonMapper mapper;

    JacksonCodec(JsonMapper mapper) {
        this.mapper = mapper;
    }

    private static JacksonCodec of(boolean failOnUnknown) {
        var values = new SimpleModule("values").addDeserializer(JsonValue.class, new JsonValueDeserializer());
        var mapper = JsonMapper.builder()
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, failOnUnknown)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                // Jackson before 3.2 folds names by this locale; in Turkish, "Id" would not be "id".
                .defaultLocale(Locale.ROOT)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .withCoercionConfigDefaults(c -> c.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
                .addModule(values);
        return new JacksonCodec(mapper.build());
    }

    @Override
    public JsonValue parse(byte[] json) {
        return parsed(() -> mapper.readTree(json));
    }

    @Override
    public JsonValue parse(String json) {
        return parsed(() -> mapper.readTree(json));
    }

    private JsonValue parsed(Supplier<JsonNode> reading) {
        try {
            var node = reading.get();
            if (node.isMissingNode()) {
                throw new JsonException("Empty text where JSON was expected");
            }
            return new JsonValue(node, mapper);
        } catch (JacksonException e) {
            throw new JsonException("Not JSON" + position(e.getLocation()));
        }
    }

    @Override
    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    @Override
    public byte[] writeBytes(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    private static String position(@Nullable TokenStreamLocation location) {
        return location == null ? "" : ", at character " + Math.max(location.getCharOffset(), location.getByteOffset());
    }
}
