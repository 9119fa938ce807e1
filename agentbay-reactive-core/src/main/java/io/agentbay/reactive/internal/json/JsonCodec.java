package io.agentbay.reactive.internal.json;

/**
 * Reads and writes JSON, independently of every mapper of the application.
 *
 * <p>Records are read by their component names in any capitalisation ({@code SessionId}, {@code sessionId}), scalars
 * leniently ({@code "12"} is a number, {@code 12} is text, {@code "true"} is a boolean, an empty text is no number).
 * Immutable; safe for use by any number of threads.
 */
public interface JsonCodec {
    /** @throws JsonException if this is not one JSON value */
    JsonValue parse(byte[] json);

    /** @throws JsonException if this is not one JSON value */
    JsonValue parse(String json);

    /** JSON of maps, lists, texts, numbers, booleans and nulls, without white space, keys in iteration order. */
    String write(Object value);

    /** As {@link #write(Object)}, in UTF-8. */
    byte[] writeBytes(Object value);

    /** For production: what a record does not know is ignored. */
    static JsonCodec lenient() {
        return JacksonCodec.LENIENT;
    }

    /** For tests: what a record does not know is a {@link JsonException}. */
    static JsonCodec strict() {
        return JacksonCodec.STRICT;
    }
}
