package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.internal.transport.HttpAnswer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The pause a service asks for: seconds, or a date that is read against the answer's own, never against our clock. */
final class RetryAfter {
    private RetryAfter() {}

    static @Nullable Duration of(HttpAnswer answer) {
        var value = answer.header("retry-after");
        if (value == null) {
            return null;
        }
        var text = value.strip();
        try {
            return text.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : between(answer.header("date"), text);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Duration between(@Nullable String now, String then) {
        if (now == null) {
            return null;
        }
        var pause = Duration.between(date(now), date(then));
        return pause.isNegative() ? Duration.ZERO : pause;
    }

    private static ZonedDateTime date(String text) {
        return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
    }
}
