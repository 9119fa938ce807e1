package io.agentbay.reactive.local.simulation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a world is about. */
public enum Kind {
    /** Whatever its seed says. */
    ANY,
    /** Snapshots, whatever its seed says otherwise. */
    SNAPSHOTS;

    /** As schedules and tables name it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this name. */
    public static Optional<Kind> of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
