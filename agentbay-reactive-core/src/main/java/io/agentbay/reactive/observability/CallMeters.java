package io.agentbay.reactive.observability;

import io.agentbay.reactive.pipeline.ApiCall;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import reactor.core.observability.DefaultSignalListener;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** Counts and times calls; each meter is looked up once, so that a call makes no tags. */
public final class CallMeters {

    private static final int MOST_ACTIONS = 128;

    private final Instruments instruments;
    private final LongSupplier nanos;
    private final boolean on;
    private final Counter polls;
    private final Map<String, OfAction> actions = new ConcurrentHashMap<>();

    /** With {@code on} false calls are left alone. */
    CallMeters(Instruments instruments, LongSupplier nanos, boolean on) {
        this.on = on;
        this.instruments = instruments;
        this.nanos = nanos;
        this.polls = instruments.counter(ClientMeter.POLLS);
    }

    /** Returns the call, timed from its subscription to its end. */
    public <T> Mono<T> timed(ApiCall<T> call, Mono<T> work) {
        return on ? work.tap(() -> new Timing<>(of(call))) : work;
    }

    /** Counts an attempt that is about to be sent. */
    public void attempt(ApiCall<?> call) {
        if (!on) {
            return;
        }
        OfAction meters = of(call);
        meters.attempts.increment();
        if (call.attempt() > 1) {
            meters.retries.increment();
        }
    }

    /** Counts a poll of a running sync. */
    public void poll() {
        polls.increment();
    }

    /** The names of tools are the service's; should they be many, the last ones share their meters. */
    private OfAction of(ApiCall<?> call) {
        OfAction known = actions.get(call.action());
        if (known != null) {
            return known;
        }
        String action = actions.size() < MOST_ACTIONS ? call.action() : Outcomes.OTHER;
        return actions.computeIfAbsent(action, OfAction::new);
    }

    private final class OfAction {

        private final String action;
        private final Timer success;
        private final Counter attempts;
        private final Counter retries;

        OfAction(String action) {
            this.action = action;
            this.success = instruments.timer(ClientMeter.CALLS, action, Outcomes.SUCCESS);
            this.attempts = instruments.counter(ClientMeter.ATTEMPTS, action);
            this.retries = instruments.counter(ClientMeter.RETRIES, action);
        }

        Timer ended(String outcome) {
            return instruments.timer(ClientMeter.CALLS, action, outcome);
        }
    }

    /** One call from its subscription to its end. */
    private final class Timing<T> extends DefaultSignalListener<T> {

        private final OfAction meters;
        private final long start = nanos.getAsLong();
        private String outcome = Outcomes.SUCCESS;

        Timing(OfAction meters) {
            this.meters = meters;
        }

        @Override
        public void doOnError(Throwable error) {
            outcome = Outcomes.of(error);
        }

        @Override
        public void doOnCancel() {
            outcome = Outcomes.CANCELLED;
        }

        @Override
        public void doFinally(SignalType end) {
            boolean well = outcome.equals(Outcomes.SUCCESS);
            Timer timer = well ? meters.success : meters.ended(outcome);
            timer.record(nanos.getAsLong() - start, TimeUnit.NANOSECONDS);
        }
    }
}
