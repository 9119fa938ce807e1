package io.agentbay.reactive.error;

import io.agentbay.reactive.common.MountOutcome;
import java.util.List;

/** The service reported that a sync failed, and why. */
public final class SyncFailedException extends OutcomeException {

    private static final long serialVersionUID = 1L;

    private final List<MountOutcome> mounts;

    /** Creates the error with every mount of the sync. */
    public SyncFailedException(String summary, List<MountOutcome> mounts, ErrorDetails details) {
        super(summary, details);
        this.mounts = List.copyOf(mounts);
    }

    /** Returns every mount of the sync, those that succeeded too. */
    public List<MountOutcome> mounts() {
        return mounts;
    }
}
