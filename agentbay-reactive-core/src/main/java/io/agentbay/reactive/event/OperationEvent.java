package io.agentbay.reactive.event;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.common.Report;
import io.agentbay.reactive.error.SubscriberTooSlowException;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Something that happened to a running operation.
 *
 * <p>Each operation has exactly one {@link Started}, any number of {@link Advanced} and {@link ItemFailed}, and exactly
 * one of {@link Completed}, {@link Failed} and {@link Cancelled}. Events are immutable values, safe to keep, print and
 * serialise. All share the accessors below, so that a progress bar needs no {@code instanceof}.
 */
public sealed interface OperationEvent {

    /** Grows by one from event to event of a client; what is folded into a {@link Gap} leaves its numbers out. */
    long sequence();

    /** When it happened, by this client's clock. */
    Instant at();

    /** The operation it belongs to. */
    Operation operation();

    /** How far the operation was. */
    Progress progress();

    /** The event's name in lower case: {@code started}, {@code advanced}, {@code item-failed} and so on. */
    String type();

    /** Where a reader is who has this event of a client; what an SSE endpoint gives it as id. */
    default EventPosition position() {
        return new EventPosition(operation().source(), sequence());
    }

    /** Whether this is the last event of its operation. */
    default boolean isEnd() {
        return this instanceof Completed || this instanceof Failed || this instanceof Cancelled;
    }

    /**
     * Watches {@code work} and everything in it: the operations that run while it is subscribed to, however deep, with
     * one operation {@link Operation.Kind#WORK} around them.
     *
     * <p>Cold: each subscription subscribes to {@code work} once, and cancelling cancels it. The stream ends as the
     * work does: {@link Completed} and then completion, or {@link Failed} and then the work's own error. The value of
     * the work is dropped; to keep it, use {@link #listener}. Progress is conflated for a subscriber that asks for
     * little (see {@link Gap}); starts and ends are never dropped: a subscriber with 65,536 events waiting ends with
     * {@link SubscriberTooSlowException}. Work that is {@code cache()}d or {@code share()}d reports to its first
     * subscriber only.
     */
    static Flux<OperationEvent> streamOf(Mono<?> work) {
        return WorkStream.of(Objects.requireNonNull(work, "work"));
    }

    /**
     * Watches work and keeps its value: {@code work.contextWrite(OperationEvent.listener(event -> ...))}.
     *
     * <p>The listener is told of every operation inside the work, on the thread that reports it, for parallel
     * operations from several threads at once; it must be quick and must not block. What it throws is ignored. Several
     * listeners add up.
     */
    static Function<Context, Context> listener(Consumer<OperationEvent> listener) {
        Objects.requireNonNull(listener, "listener");
        return context -> EventContext.withListener(context, listener);
    }

    /** The operation began. */
    record Started(long sequence, Instant at, Operation operation, Progress progress) implements OperationEvent {
        @Override
        public String type() {
            return "started";
        }
    }

    /** The operation got on. */
    record Advanced(long sequence, Instant at, Operation operation, Progress progress) implements OperationEvent {
        @Override
        public String type() {
            return "advanced";
        }
    }

    /**
     * One item of the operation failed, while the operation goes on.
     *
     * @param item which one
     * @param failure why
     */
    record ItemFailed(long sequence, Instant at, Operation operation, Progress progress, String item, Failure failure)
            implements OperationEvent {
        @Override
        public String type() {
            return "item-failed";
        }
    }

    /**
     * The operation ended well.
     *
     * @param report what it hands back, {@code null} when that is no report
     */
    record Completed(
            long sequence,
            Instant at,
            Operation operation,
            Progress progress,
            @Nullable Report report) implements OperationEvent {
        @Override
        public String type() {
            return "completed";
        }
    }

    /**
     * The operation ended with an error, which its own publisher signals too.
     *
     * @param failure the error as a plain value
     */
    record Failed(long sequence, Instant at, Operation operation, Progress progress, Failure failure)
            implements OperationEvent {
        @Override
        public String type() {
            return "failed";
        }
    }

    /** Nobody waits for the operation any more; what the service was already told to do may still happen. */
    record Cancelled(long sequence, Instant at, Operation operation, Progress progress) implements OperationEvent {
        @Override
        public String type() {
            return "cancelled";
        }
    }

    /**
     * Stands for events that a subscriber missed.
     *
     * <p>Of one operation: progress only, folded into the latest, which it carries. Of the kind {@link
     * Operation.Kind#STREAM}: any events, starts and ends among them, because the subscriber came back to a place that is
     * no longer remembered, or to another client than the one it left; {@code AgentBayClient.activity()} says what is
     * under way.
     *
     * @param missed how many events it stands for; {@code null} when that is not known
     */
    record Gap(
            long sequence,
            Instant at,
            Operation operation,
            Progress progress,
            @Nullable Long missed) implements OperationEvent {
        @Override
        public String type() {
            return "gap";
        }
    }
}
