package io.agentbay.reactive.snapshot;

import io.agentbay.reactive.common.ContextRef;
import java.time.LocalTime;
import java.time.ZoneId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Backups: snapshots that are dated, tagged {@value #TAG}, and verified before they count.
 *
 * <p>A backup is restored, compared and pruned as the snapshot it is, by {@code client.snapshots()}. Safe for use from
 * any thread; every publisher is cold.
 */
public interface BackupOperations {

    /** The tag of every backup. */
    String TAG = "backup";

    /** The tag of a snapshot kept by {@link #guard} because the work failed. */
    String EMERGENCY = "emergency";

    /** Today's backup, by UTC, if there is one and all its objects are there; else a new one. */
    Mono<Snapshot> daily(ContextRef context);

    /**
     * A new backup. Before it is emitted, everything it stored is read back and hashed, and everything it refers to is
     * found in the store.
     */
    Mono<Snapshot> now(ContextRef context);

    /** The backups of a context, newest first: known by the context's id inside them, never by a name. */
    Flux<Snapshot> list(ContextRef context);

    /**
     * A backup every day at this time, while subscribed.
     *
     * <p>A night that fails ends it with the error; {@code retry()} waits for the next. A time that a day does not have
     * (clocks go forward) is taken later, one it has twice once. A night missed because the machine slept is made up for
     * at once.
     */
    Flux<Snapshot> schedule(ContextRef context, LocalTime at, ZoneId zone);

    /**
     * Takes a snapshot tagged {@value #EMERGENCY}, then does the work. The snapshot is forgotten when the work succeeds
     * and kept when it fails or is cancelled, or this JVM dies; the work's own error stays what it is.
     *
     * <p>The work does not begin before the snapshot is there; forgetting it that fails is not the work's failure: then
     * the snapshot stays.
     */
    <T> Mono<T> guard(ContextRef context, Mono<T> work);
}
