package io.agentbay.reactive.error;

import io.agentbay.reactive.common.MountOutcome;
import io.agentbay.reactive.common.SyncTicket;
import java.util.List;
import java.util.Objects;

/** Nobody knows whether a sync happened: no answer that counts came in time. Wait on with the ticket, which triggers nothing. */
public final class SyncUnconfirmedException extends OutcomeException {

    private static final long serialVersionUID = 1L;

    private final List<MountOutcome> mounts;
    private final SyncTicket ticket;

    /** Creates the error with every mount of the sync and the ticket to wait on. */
    public SyncUnconfirmedException(
            String summary, List<MountOutcome> mounts, SyncTicket ticket, ErrorDetails details) {
        super(summary, details);
        this.mounts = List.copyOf(mounts);
        this.ticket = Objects.requireNonNull(ticket, "ticket");
    }

    /** Returns every mount of the sync, those that succeeded too. */
    public List<MountOutcome> mounts() {
        return mounts;
    }

    /** Returns the ticket with which to wait on without a second trigger. */
    public SyncTicket ticket() {
        return ticket;
    }
}
