package io.agentbay.reactive.examples.console;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.common.Report;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.event.Progress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as JSON, one on a line. {@code docs/events.md} documents the fields; one that is not known is left out. Names
 * once given stay.
 */
public final class EventJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventJson() {}

    /** Returns the event on one line. */
    public static String line(OperationEvent event) {
        return JSON.writeValueAsString(fields(event));
    }

    /** Returns the event as it is written. */
    public static Map<String, Object> fields(OperationEvent event) {
        var fields = new Fields()
                .put("id", event.position().toString())
                .put("type", event.type())
                .put("at", event.at().toString())
                .put("operation", operation(event.operation()));
        progress(fields, event.progress());
        if (event instanceof OperationEvent.ItemFailed one) {
            fields.put("item", one.item()).put("failure", failure(one.failure()));
        } else if (event instanceof OperationEvent.Failed one) {
            fields.put("failure", failure(one.failure()));
        } else if (event instanceof OperationEvent.Gap one) {
            fields.put("missed", one.missed());
        } else if (event instanceof OperationEvent.Completed one) {
            fields.put("report", report(one.report()));
        }
        return fields.values;
    }

    private static Map<String, Object> operation(Operation operation) {
        return new Fields()
                .put("id", operation.id())
                .put("kind", operation.kind().label())
                .put("parent", operation.parentId())
                .put("session", operation.sessionId())
                .put("context", operation.contextId())
                .put("path", operation.path())
                .values;
    }

    private static void progress(Fields fields, Progress progress) {
        fields.put("phase", progress.phase().name().toLowerCase(Locale.ROOT))
                .put("attempt", progress.attempt())
                .put("filesDone", figure(progress.filesDone()))
                .put("filesTotal", figure(progress.filesTotal()))
                .put("bytesDone", figure(progress.bytesDone()))
                .put("bytesTotal", figure(progress.bytesTotal()))
                .put("bytesRead", figure(progress.bytesRead()))
                .put("bytesStored", figure(progress.bytesStored()))
                .put("bytesPerSecond", rounded(progress.bytesPerSecond()))
                .put("remainingMillis", millis(progress.remaining()))
                .put("current", progress.current());
    }

    private static @Nullable Map<String, Object> figure(@Nullable Figure figure) {
        return figure == null
                ? null
                : new Fields()
                        .put("value", figure.value())
                        .put("origin", figure.origin().name().toLowerCase(Locale.ROOT))
                        .values;
    }

    private static Map<String, Object> failure(Failure failure) {
        return new Fields()
                .put("type", failure.type())
                .put("message", failure.message())
                .put("code", failure.code())
                .put("requestId", failure.requestId())
                .put("mayHaveHappened", failure.mayHaveHappened())
                .values;
    }

    private static @Nullable Object report(@Nullable Report report) {
        return report == null ? null : JSON.valueToTree(report);
    }

    private static @Nullable Long rounded(@Nullable Double number) {
        return number == null ? null : Math.round(number);
    }

    private static @Nullable Long millis(@Nullable Duration time) {
        return time == null ? null : time.toMillis();
    }

    /** Fields in their order, without those that are not known. */
    private static final class Fields {

        private final Map<String, Object> values = new LinkedHashMap<>();

        Fields put(String name, @Nullable Object value) {
            if (value != null) {
                values.put(name, value);
            }
            return this;
        }
    }
}
