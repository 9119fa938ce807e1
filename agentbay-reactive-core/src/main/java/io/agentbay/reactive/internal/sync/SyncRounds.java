package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.wire.SyncWire.Direction;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One session's confirmed syncs of one path: the primitive under uploads, downloads and file transfers. */
public interface SyncRounds {

    /**
     * Settles, waits for quiet, paces, triggers and waits until a task that covers the subscription is accepted.
     * Serialised per key; a caller who comes after the trigger gets the follow-up round.
     *
     * @param deadline total, null for none
     * @return the accepted task; {@code SyncFailedException} or {@code SyncUnconfirmedException} otherwise
     */
    Mono<Accepted> run(Key key, @Nullable Duration deadline);

    /** What is synced: serialisation and matching go by it. */
    record Key(String contextId, String path, Direction direction) {}

    /** The evidence: the task's times in the service's seconds, and where our own time went. */
    record Accepted(
            Key key,
            long startTime,
            long finishTime,
            Duration trigger,
            Duration queue,
            Duration transfer,
            Duration confirm,
            int polls) {}
}
