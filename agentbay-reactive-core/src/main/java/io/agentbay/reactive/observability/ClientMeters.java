package io.agentbay.reactive.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one client; {@link ClientMeter} says which.
 *
 * <p>Their number does not grow with use. Gauges show one client: of several clients in one registry, give each a
 * registry of its own with a common tag. Safe for use from any thread.
 */
public final class ClientMeters {

    private final Instruments instruments;
    private final CallMeters calls;
    private final OperationMeters operations;

    private ClientMeters(@Nullable MeterRegistry registry, LongSupplier nanos) {
        this.instruments = new Instruments(registry == null ? new CompositeMeterRegistry() : registry);
        this.calls = new CallMeters(instruments, nanos, registry != null);
        this.operations = new OperationMeters(instruments);
    }

    /** Returns the meters of a client in this registry, or in none, timed by this monotonic clock. */
    public static ClientMeters of(@Nullable MeterRegistry registry, LongSupplier nanos) {
        return new ClientMeters(registry, nanos);
    }

    /** Those of calls. */
    public CallMeters calls() {
        return calls;
    }

    /** Those of operations. */
    public OperationMeters operations() {
        return operations;
    }

    /** Shows a number of this client until {@link #close()}; values are of the meter's tags, in their order. */
    public void gauge(ClientMeter meter, Supplier<Number> source, String... values) {
        instruments.gauge(meter, source, values);
    }

    /** Removes the gauges; what was counted stays. */
    public void close() {
        instruments.removeGauges();
    }
}
