package io.agentbay.reactive.observability;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.event.Operation.Kind;
import io.agentbay.reactive.event.Progress.Phase;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts and times operations: what the client's events tell one by one, added up. */
public final class OperationMeters {

    private final Instruments instruments;
    private final Map<Kind, AtomicInteger> active;

    OperationMeters(Instruments instruments) {
        this.instruments = instruments;
        this.active = Stream.of(Kind.values())
                .filter(kind -> kind != Kind.WORK && kind != Kind.STREAM)
                .collect(Collectors.toMap(kind -> kind, kind -> new AtomicInteger()));
        // Counted from 0, so that the first damage is an increase.
        Stream.of(Kind.SNAPSHOT, Kind.RESTORE, Kind.VERIFY)
                .forEach(kind ->
                        instruments.counter(ClientMeter.DAMAGE, kind.label()).increment(0));
        active.forEach((kind, number) -> instruments.gauge(ClientMeter.ACTIVE, number::get, kind.label()));
    }

    /** An operation began. */
    public void started(Kind kind) {
        count(kind, 1);
    }

    /** It ended well. */
    public void completed(Kind kind, long nanos) {
        ended(kind, Outcomes.SUCCESS, nanos);
    }

    /** It ended with an error. */
    public void failed(Kind kind, Throwable error, long nanos) {
        ended(kind, Outcomes.of(error), nanos);
    }

    /** Nobody waits for it any more. */
    public void cancelled(Kind kind, long nanos) {
        ended(kind, Outcomes.CANCELLED, nanos);
    }

    private void ended(Kind kind, String outcome, long nanos) {
        count(kind, -1);
        instruments.timer(ClientMeter.OPERATIONS, kind.label(), outcome).record(nanos, TimeUnit.NANOSECONDS);
    }

    private void count(Kind kind, int change) {
        AtomicInteger number = active.get(kind);
        if (number != null) {
            number.addAndGet(change);
        }
    }

    /** A phase of it is over. */
    public void phase(Kind kind, Phase phase, long nanos) {
        instruments
                .timer(ClientMeter.PHASES, kind.label(), phase.name().toLowerCase(Locale.ROOT))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** One of its items failed. */
    public void itemFailed(Kind kind, boolean damage) {
        instruments.counter(ClientMeter.ITEMS_FAILED, kind.label()).increment();
        if (damage) {
            instruments.counter(ClientMeter.DAMAGE, kind.label()).increment();
        }
    }

    /** It found something nothing needs. */
    public void extra(Kind kind) {
        instruments.counter(ClientMeter.EXTRA, kind.label()).increment();
    }

    /** So many files and bytes went this way; null when that is not known. */
    public void moved(Movement way, @Nullable Figure files, @Nullable Figure bytes) {
        count(ClientMeter.FILES, way, files);
        count(ClientMeter.BYTES, way, bytes);
    }

    private void count(ClientMeter meter, Movement way, @Nullable Figure figure) {
        if (figure != null) {
            String origin = figure.origin().name().toLowerCase(Locale.ROOT);
            instruments.counter(meter, way.label(), origin).increment(figure.value());
        }
    }

    /** A sync was confirmed after so many polls. */
    public void polls(Movement way, int number) {
        instruments.summary(ClientMeter.SYNC_POLLS, way.label()).record(number);
    }

    /** What was first written so long ago is confirmed to be saved. */
    public void durable(String policy, long nanos) {
        instruments.timer(ClientMeter.WRITE_TO_DURABLE, policy).record(nanos, TimeUnit.NANOSECONDS);
    }
}
