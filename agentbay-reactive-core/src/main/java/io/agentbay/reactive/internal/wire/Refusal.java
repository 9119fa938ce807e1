package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.internal.transport.HttpAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A "no" of the service, at whichever level it was hidden.
 *
 * @param status of the answer, or the one inside it when that is the worse
 * @param code as the service wrote it; null when it gave none
 * @param message as the service wrote it; may be empty
 * @param requestId null when it gave none
 * @param answer what carried it
 */
record Refusal(
        int status,
        @Nullable String code,
        String message,
        @Nullable String requestId,
        HttpAnswer answer) {

    static Refusal of(HttpAnswer answer, Envelope envelope) {
        int inner = envelope.httpStatusCode() == null ? 0 : envelope.httpStatusCode();
        int status = answer.status() < 400 && inner >= 400 ? inner : answer.status();
        var message = envelope.message() == null ? "" : envelope.message();
        return new Refusal(status, blankToNull(envelope.code()), message, envelope.requestId(), answer);
    }

    Refusal saying(@Nullable String reason) {
        return reason == null || reason.isEmpty() ? this : new Refusal(status, code, reason, requestId, answer);
    }

    /** What to show: the message, or else the code, or else the status. */
    String summary() {
        return !message.isEmpty() ? message : code != null ? code : "HTTP " + status;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
