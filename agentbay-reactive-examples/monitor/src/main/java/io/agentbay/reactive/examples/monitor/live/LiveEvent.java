package io.agentbay.reactive.examples.monitor.live;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.event.ActiveOperation;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.event.Progress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as the page reads it: flat and short, since thousands of them may come in a second.
 *
 * @param type as {@link OperationEvent#type()}; {@code active} for an operation that was under way when the page came
 * @param at milliseconds since 1970, by the client's clock
 * @param id of the operation
 * @param origin of the figures: measured, observed or estimated
 * @param remaining milliseconds, estimated
 * @param item which of many failed; only where one did
 * @param reason why; only of failures
 * @param missed events this one stands for; absent where nobody knows
 */
record LiveEvent(
        String type,
        long at,
        String id,
        String kind,
        @Nullable String parent,
        @Nullable String session,
        @Nullable String context,
        @Nullable String path,
        String phase,
        @Nullable Long filesDone,
        @Nullable Long filesTotal,
        @Nullable Long bytesDone,
        @Nullable Long bytesTotal,
        @Nullable String origin,
        @Nullable Double bytesPerSecond,
        @Nullable Long remaining,
        @Nullable String current,
        @Nullable String item,
        @Nullable String reason,
        @Nullable Long missed) {

    static LiveEvent of(OperationEvent event) {
        return of(
                event.type(),
                event.at(),
                event.operation(),
                event.progress(),
                event instanceof OperationEvent.ItemFailed failed ? failed.item() : null,
                reason(event),
                event instanceof OperationEvent.Gap gap ? gap.missed() : null);
    }

    static LiveEvent of(ActiveOperation active) {
        return of("active", active.startedAt(), active.operation(), active.progress(), null, null, null);
    }

    private static LiveEvent of(
            String type,
            Instant at,
            Operation operation,
            Progress progress,
            @Nullable String item,
            @Nullable String reason,
            @Nullable Long missed) {
        return new LiveEvent(
                type,
                at.toEpochMilli(),
                operation.id(),
                operation.kind().name(),
                operation.parentId(),
                operation.sessionId(),
                operation.contextId(),
                operation.path(),
                progress.phase().name(),
                value(progress.filesDone()),
                value(progress.filesTotal()),
                value(progress.bytesDone()),
                value(progress.bytesTotal()),
                origin(progress),
                progress.bytesPerSecond(),
                milliseconds(progress.remaining()),
                progress.current(),
                item,
                reason,
                missed);
    }

    private static @Nullable String reason(OperationEvent event) {
        if (event instanceof OperationEvent.Failed failed) {
            return text(failed.failure());
        }
        return event instanceof OperationEvent.ItemFailed failed ? text(failed.failure()) : null;
    }

    private static String text(Failure failure) {
        return failure.type() + ": " + failure.message();
    }

    private static @Nullable Long value(@Nullable Figure figure) {
        return figure == null ? null : figure.value();
    }

    private static @Nullable String origin(Progress progress) {
        Figure figure = progress.bytesDone() == null ? progress.filesDone() : progress.bytesDone();
        return figure == null ? null : figure.origin().name();
    }

    private static @Nullable Long milliseconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }
}
