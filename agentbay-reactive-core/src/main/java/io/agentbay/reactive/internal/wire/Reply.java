package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.internal.json.JsonException;
import io.agentbay.reactive.internal.json.JsonValue;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A successful answer, with the ways to read what is in it and to say that it is not what was promised. */
record Reply(HttpAnswer answer, Envelope envelope, ErrorMapper errors) {

    /** The data; fails if there is none. */
    JsonValue data() {
        var data = envelope.data();
        if (data == null || data.isAbsent()) {
            throw new JsonException("no data");
        }
        return data;
    }

    /** The data as a record. */
    <T> T data(Class<T> type) {
        return data().as(type);
    }

    /** The elements of the data; an answer without data is an empty listing. */
    List<JsonValue> items() {
        return envelope.hasData() ? elements(data().inner()) : List.of();
    }

    /** The elements of the data as records. */
    <T> List<T> items(Class<T> type) {
        return items().stream().map(item -> item.as(type)).toList();
    }

    /** One page of the data as records. */
    <T> Page<T> page(Class<T> type) {
        return new Page<>(items(type), envelope.next());
    }

    /** What was asked for is not there although the service said yes. */
    AgentBayException missing(String reason) {
        return errors.missing(Refusal.of(answer, envelope).saying(reason));
    }

    /** The service said no inside its data. */
    AgentBayException refused(@Nullable String reason) {
        return errors.refused(Refusal.of(answer, envelope).saying(reason));
    }

    /** The elements of an array; anything but an array or nothing is not understood. */
    static List<JsonValue> elements(JsonValue list) {
        if (!list.isArray() && !list.isAbsent()) {
            throw new JsonException("no list");
        }
        return list.items();
    }

    /** A text that has to be there. */
    static String required(@Nullable String text, String field) {
        if (text == null || text.isEmpty()) {
            throw new JsonException("no " + field);
        }
        return text;
    }
}
