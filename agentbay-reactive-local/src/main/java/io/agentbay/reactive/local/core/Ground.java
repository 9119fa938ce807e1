package io.agentbay.reactive.local.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What everything in the core stands on. */
record Ground(Clock clock, Ids ids, Disk disk, Journal journal, Agenda agenda, ServiceModel model) {

    Instant now() {
        return clock.instant();
    }

    /** The time as the ledger keeps it. */
    Instant nowKept() {
        return now().truncatedTo(ChronoUnit.MILLIS);
    }

    void planIn(Duration wait, Runnable work) {
        agenda.plan(now().plus(wait), work);
    }
}
