package io.agentbay.reactive.internal.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times as the service spells them. */
public final class ServiceTimes {
    private static final int LONGEST_LOCAL = "2026-01-01T00:00:00.000".length();

    private ServiceTimes() {}

    /**
     * The instant meant; null when it is not understood. The form is not documented: what is not understood is left out
     * rather than guessed, and a time without a zone is taken as UTC.
     */
    public static @Nullable Instant instant(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var iso = text.strip().replace(' ', 'T');
        try {
            return iso.length() <= LONGEST_LOCAL && !iso.endsWith("Z")
                    ? LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
