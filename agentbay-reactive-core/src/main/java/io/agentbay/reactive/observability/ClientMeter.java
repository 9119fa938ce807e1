package io.agentbay.reactive.observability;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every meter of a client, with its tags; {@code docs/metrics.md} is made of it.
 *
 * <p>Timers have buckets at service level objectives, so that percentiles can be computed over several processes;
 * percentiles of this process alone are a {@code MeterFilter} away.
 */
public enum ClientMeter implements MeterDocumentation {
    /** Calls. */
    CALLS(
            "agentbay.calls",
            Meter.Type.TIMER,
            "calls of the service with all of their attempts",
            ClientTag.ACTION,
            ClientTag.OUTCOME),
    /** Attempts. */
    ATTEMPTS("agentbay.attempts", Meter.Type.COUNTER, "attempts sent", ClientTag.ACTION),
    /** Retries. */
    RETRIES("agentbay.retries", Meter.Type.COUNTER, "attempts after the first", ClientTag.ACTION),
    /** Polls. */
    POLLS("agentbay.polls", Meter.Type.COUNTER, "polls of running syncs"),
    /** Calls admitted. */
    PERMITS_USED("agentbay.permits.used", Meter.Type.GAUGE, "calls admitted and not ended", ClientTag.LIMIT),
    /** Calls that may be admitted. */
    PERMITS_MAX(
            "agentbay.permits.max",
            Meter.Type.GAUGE,
            "calls admitted at once at most; not of polls, which are limited by rate alone",
            ClientTag.LIMIT),
    /** Calls that wait. */
    PERMITS_WAITING("agentbay.permits.waiting", Meter.Type.GAUGE, "calls waiting to be admitted", ClientTag.LIMIT),
    /** Breakers. */
    BREAKER_STATE(
            "agentbay.breaker.state",
            Meter.Type.GAUGE,
            "1 for the state the circuit breaker is in, 0 for the others",
            ClientTag.GROUP,
            ClientTag.STATE),
    /** Connections. */
    CONNECTIONS(
            "agentbay.connections",
            Meter.Type.GAUGE,
            "connections in use, connections ready, and calls waiting for one",
            ClientTag.POOL,
            ClientTag.STATE),
    /** Operations ended. */
    OPERATIONS(
            "agentbay.operations",
            Meter.Type.TIMER,
            "operations from start to end; a sync is one for each mount",
            ClientTag.KIND,
            ClientTag.OUTCOME),
    /** Phases of operations. */
    PHASES("agentbay.operation.phases", Meter.Type.TIMER, "phases of operations", ClientTag.KIND, ClientTag.PHASE),
    /** Operations under way. */
    ACTIVE("agentbay.operations.active", Meter.Type.GAUGE, "operations under way", ClientTag.KIND),
    /** Failed items. */
    ITEMS_FAILED(
            "agentbay.operation.items.failed",
            Meter.Type.COUNTER,
            "items, files mostly, that failed while their operation went on",
            ClientTag.KIND),
    /** Damage. */
    DAMAGE(
            "agentbay.snapshot.damage",
            Meter.Type.COUNTER,
            "files that a verification found missing or corrupt; anything but 0 needs a look",
            ClientTag.KIND),
    /** Nothing refers to it. */
    EXTRA(
            "agentbay.snapshot.extra",
            Meter.Type.COUNTER,
            "objects of a store that a verification found and no snapshot refers to: work under way, or what a prune will free",
            ClientTag.KIND),
    /** Polls of a sync. */
    SYNC_POLLS(
            "agentbay.sync.polls",
            Meter.Type.DISTRIBUTION_SUMMARY,
            "polls it took to confirm a sync",
            ClientTag.DIRECTION),
    /** From write to durable. */
    WRITE_TO_DURABLE(
            "agentbay.write.durable",
            Meter.Type.TIMER,
            "from the first unsaved write to a mount until an upload that covers it was confirmed",
            ClientTag.POLICY),
    /** Bytes. */
    BYTES("agentbay.bytes", Meter.Type.COUNTER, "bytes moved", ClientTag.DIRECTION, ClientTag.ORIGIN),
    /** Files. */
    FILES("agentbay.files", Meter.Type.COUNTER, "files moved", ClientTag.DIRECTION, ClientTag.ORIGIN),
    /** Unconfirmed bytes. */
    UNCONFIRMED_BYTES(
            "agentbay.unconfirmed.bytes",
            Meter.Type.GAUGE,
            "bytes written to mounts through this client and not confirmed to be in their contexts; what commands write is not known"),
    /** Staleness. */
    STALENESS(
            "agentbay.staleness",
            Meter.Type.GAUGE,
            "age of the oldest change that is not confirmed to be in its context, 0 when there is none",
            ClientTag.POLICY),
    /** Sessions. */
    SESSIONS_OPEN("agentbay.sessions.open", Meter.Type.GAUGE, "sessions this client created that have not ended"),
    /** Orphans. */
    SESSIONS_ORPHANED(
            "agentbay.sessions.orphaned",
            Meter.Type.GAUGE,
            "of those, the ones nobody works with: kept alive because they are not saved, or created with an answer lost"),
    /** Subscribers. */
    EVENT_SUBSCRIBERS("agentbay.events.subscribers", Meter.Type.GAUGE, "subscribers to the client's stream of events");

    private static final Duration[] OF_CALLS = millis(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000);
    private static final Duration[] OF_OPERATIONS =
            millis(100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000);

    private final String label;
    private final Meter.Type type;
    private final String description;
    private final List<ClientTag> tags;

    ClientMeter(String label, Meter.Type type, String description, ClientTag... tags) {
        this.label = label;
        this.type = type;
        this.description = description;
        this.tags = List.of(tags);
    }

    @Override
    public String getName() {
        return label;
    }

    @Override
    public Meter.Type getType() {
        return type;
    }

    @Override
    public KeyName[] getKeyNames() {
        return tags.toArray(KeyName[]::new);
    }

    @Override
    public @Nullable String getBaseUnit() {
        return switch (this) {
            case BYTES, UNCONFIRMED_BYTES -> "bytes";
            case STALENESS -> "seconds";
            default -> null;
        };
    }

    /** Returns what it shows, in words. */
    public String description() {
        return description;
    }

    /** Returns its tags, in the order in which values are given. */
    public List<ClientTag> tags() {
        return tags;
    }

    /** Returns the upper bounds of its buckets; none where it is no timer. */
    public Duration[] objectives() {
        if (type != Meter.Type.TIMER) {
            return new Duration[0];
        }
        return this == CALLS ? OF_CALLS.clone() : OF_OPERATIONS.clone();
    }

    private static Duration[] millis(long... values) {
        var all = new Duration[values.length];
        for (int n = 0; n < values.length; n++) {
            all[n] = Duration.ofMillis(values[n]);
        }
        return all;
    }
}
