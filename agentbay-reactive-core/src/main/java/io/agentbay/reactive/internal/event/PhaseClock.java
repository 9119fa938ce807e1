package io.agentbay.reactive.internal.event;

import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.Operation.Kind;
import io.agentbay.reactive.event.Progress.Phase;
import io.agentbay.reactive.observability.ClientObservations;
import io.agentbay.reactive.observability.Movement;
import io.agentbay.reactive.observability.OperationMeters;
import io.agentbay.reactive.sync.SyncReport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Times one operation and each of its phases, and traces the phases; called under its owner's lock. */
final class PhaseClock {

    private static final Runnable UNTRACED = () -> {};

    private final LongSupplier nanos;
    private final Kind kind;
    private final OperationMeters meters;
    private final @Nullable ClientObservations observations;
    private ContextView context = Context.empty();
    private Runnable endOfSpan = UNTRACED;
    private Phase phase = Phase.PLANNING;
    private long began;
    private long since;

    PhaseClock(LongSupplier nanos, Kind kind, OperationMeters meters, @Nullable ClientObservations observations) {
        this.nanos = nanos;
        this.kind = kind;
        this.meters = meters;
        this.observations = observations;
    }

    OperationMeters meters() {
        return meters;
    }

    void started() {
        began = nanos.getAsLong();
        since = began;
        meters.started(kind);
    }

    /** The work begins; its context knows the span that spans of phases belong to. */
    void begin(Operation operation, Phase first, ContextView inside) {
        context = inside;
        open(operation, first);
    }

    void enter(Operation operation, Phase next) {
        close();
        open(operation, next);
    }

    /** How long it took in all. */
    long end() {
        close();
        return nanos.getAsLong() - began;
    }

    /** A sync of one mount was confirmed; others are counted by those they are made of. */
    void synced(SyncReport report) {
        if (kind == Kind.UPLOAD || kind == Kind.DOWNLOAD) {
            meters.polls(kind == Kind.UPLOAD ? Movement.UPLOAD : Movement.DOWNLOAD, report.polls());
        }
    }

    private void open(Operation operation, Phase next) {
        phase = next;
        since = nanos.getAsLong();
        endOfSpan = observations == null ? UNTRACED : observations.phase(operation, next, context);
    }

    private void close() {
        endOfSpan.run();
        endOfSpan = UNTRACED;
        if (phase != Phase.DONE) {
            meters.phase(kind, phase, nanos.getAsLong() - since);
        }
    }
}
