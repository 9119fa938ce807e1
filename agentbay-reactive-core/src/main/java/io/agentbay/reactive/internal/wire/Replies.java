package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.json.JsonException;
import io.agentbay.reactive.internal.json.JsonValue;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import java.util.function.Function;

/** Opens the envelope: what is a success and nothing else reaches the reader of an action. */
final class Replies {
    private final JsonCodec json;

    Replies(JsonCodec json) {
        this.json = json;
    }

    <T> T read(Action action, HttpAnswer answer, int attempt, Function<Reply, T> reader) {
        var errors = new ErrorMapper(action, attempt);
        var envelope = open(parse(answer, errors), answer, errors);
        check(answer, envelope, errors);
        try {
            return reader.apply(new Reply(answer, envelope, errors));
        } catch (JsonException e) {
            throw errors.unexpected(answer, e.reason(), envelope.requestId());
        }
    }

    private JsonValue parse(HttpAnswer answer, ErrorMapper errors) {
        try {
            var value = json.parse(answer.body());
            if (value.isObject()) {
                return value;
            }
            throw errors.garbage(answer, "no JSON object");
        } catch (JsonException e) {
            throw errors.garbage(answer, e.reason());
        }
    }

    private static Envelope open(JsonValue value, HttpAnswer answer, ErrorMapper errors) {
        try {
            return value.as(Envelope.class).withRequestId(answer.header("x-acs-request-id"));
        } catch (JsonException e) {
            throw errors.unexpected(answer, e.reason(), answer.header("x-acs-request-id"));
        }
    }

    /** A missing {@code Success} is no success unless the code says so: not knowing is an error. */
    private static void check(HttpAnswer answer, Envelope envelope, ErrorMapper errors) {
        var refusal = Refusal.of(answer, envelope);
        if (refusal.status() >= 400 || Boolean.FALSE.equals(envelope.success())) {
            throw errors.refused(refusal);
        }
        boolean said = envelope.success() != null || "ok".equalsIgnoreCase(envelope.code());
        if (!said || answer.status() < 200 || answer.status() >= 300) {
            throw errors.unexpected(answer, "no word of success", envelope.requestId());
        }
    }
}
