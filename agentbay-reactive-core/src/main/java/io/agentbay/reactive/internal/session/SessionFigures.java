package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.observability.ClientMeter;
import io.agentbay.reactive.observability.ClientMeters;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** What there is to say of a client's sessions in numbers, read when somebody asks. */
final class SessionFigures {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final SessionRegistry registry;
    private final LongSupplier nanos;

    SessionFigures(SessionRegistry registry, LongSupplier nanos) {
        this.registry = registry;
        this.nanos = nanos;
    }

    void show(ClientMeters meters) {
        meters.gauge(ClientMeter.SESSIONS_OPEN, () -> registry.owned().size());
        meters.gauge(ClientMeter.SESSIONS_ORPHANED, this::orphaned);
        meters.gauge(ClientMeter.UNCONFIRMED_BYTES, this::unconfirmedBytes);
        for (PolicyKind kind : PolicyKind.values()) {
            meters.gauge(ClientMeter.STALENESS, () -> staleness(kind), kind.label());
        }
    }

    private long orphaned() {
        return registry.owned().stream().filter(SessionRuntime::kept).count() + registry.unconfirmed();
    }

    private long unconfirmedBytes() {
        return logs().mapToLong(WriteLog::unconfirmedBytes).sum();
    }

    private double staleness(PolicyKind kind) {
        OptionalLong oldest = logs().map(log -> log.unsavedSince(kind))
                .flatMapToLong(OptionalLong::stream)
                .min();
        return oldest.isPresent() ? (nanos.getAsLong() - oldest.getAsLong()) / NANOS : 0;
    }

    private Stream<WriteLog> logs() {
        return registry.owned().stream().map(SessionRuntime::writes);
    }
}
