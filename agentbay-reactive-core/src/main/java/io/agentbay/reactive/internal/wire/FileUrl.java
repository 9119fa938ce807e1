package io.agentbay.reactive.internal.wire;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signed address of one file.
 *
 * @param uri the address; a secret
 * @param expiresAt when it ends by the service's clock; null when the service does not say in a form that is understood
 */
public record FileUrl(URI uri, @Nullable Instant expiresAt) {

    private static final int DIGITS_OF_MILLIS = 13;
    private static final int MOST_DIGITS = 15;

    /** The unit is not documented; no second of this age has as many digits as a millisecond. */
    static @Nullable Instant expiry(@Nullable String text) {
        if (text == null || !text.matches("\\d{1," + MOST_DIGITS + "}")) {
            return ServiceTimes.instant(text);
        }
        var number = Long.parseLong(text);
        if (number == 0) {
            return null;
        }
        return text.length() < DIGITS_OF_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }

    @Override
    public String toString() {
        return "a signed address";
    }
}
