package io.agentbay.reactive.local.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What everything in the core stands on. */
record Ground(Clock clock, Ids ids, Disk disk, Journal journal, Agenda agenda, ServiceModel model) {

    private static final Duration NEXT_TRY = Duration.ofSeconds(1);

    Instant now() {
        return clock.instant();
    }

    /** The time as the ledger keeps it. */
    Instant nowKept() {
        return now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Does what nobody waits for; where it finds no room, again until it finds some. */
    void untilRoom(Runnable work) {
        try {
            work.run();
        } catch (ServiceError e) {
            if (!e.meansNoRoom()) {
                throw e;
            }
            planIn(NEXT_TRY, () -> untilRoom(work));
        }
    }

    void planIn(Duration wait, Runnable work) {
        agenda.plan(now().plus(wait), work);
    }
}
