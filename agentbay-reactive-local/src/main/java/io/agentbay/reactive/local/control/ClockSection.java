package io.agentbay.reactive.local.control;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The service's clock: what it says, and to move it forward. */
record ClockSection(Steering clock) implements Control.Section {

    @Override
    public @Nullable CompletionStage<ControlReply> handle(ControlRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /clock" -> Control.now(reply());
            case "POST /clock/advance" -> clock.advanceLater(by(request.json())).thenApply(done -> reply());
            default -> null;
        };
    }

    private ControlReply reply() {
        return ControlReply.ok(Map.of(
                "now", clock.now().toString(), "aheadMillis", clock.ahead().toMillis()));
    }

    private static Duration by(Map<String, @Nullable Object> json) {
        Duration by;
        if (json.get("millis") instanceof Number millis) {
            by = Duration.ofMillis(millis.longValue());
        } else if (json.get("by") instanceof String text) {
            by = parsed(text);
        } else {
            throw new IllegalArgumentException("Say how far: {\"by\": \"PT1H\"} or {\"millis\": 3600000}.");
        }
        if (by.isNegative()) {
            throw new IllegalArgumentException("The service's clock never goes back.");
        }
        return by;
    }

    private static Duration parsed(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no duration; write one as in PT90S, PT1H or P31D.", e);
        }
    }
}
