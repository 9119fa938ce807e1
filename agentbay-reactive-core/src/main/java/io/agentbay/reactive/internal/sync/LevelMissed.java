package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.MountOutcome.Level;
import org.jspecify.annotations.Nullable;

/** Inside only: a sync was confirmed, but not at the level asked for. */
final class LevelMissed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Level reached;
    private final long baseline;

    LevelMissed(Level reached, String reason, @Nullable Throwable cause) {
        this(reached, reason, cause, Long.MIN_VALUE);
    }

    private LevelMissed(Level reached, String reason, @Nullable Throwable cause, long baseline) {
        super(reason, cause, false, false);
        this.reached = reached;
        this.baseline = baseline;
    }

    /** The same, of a round with that baseline. */
    LevelMissed after(long roundBaseline) {
        return new LevelMissed(reached, reason(), getCause(), roundBaseline);
    }

    /** What proves nothing when the sync is waited for again. */
    long baseline() {
        return baseline;
    }

    Level reached() {
        return reached;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
