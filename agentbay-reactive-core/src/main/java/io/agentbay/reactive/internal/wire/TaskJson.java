package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.internal.json.JsonValue;
import io.agentbay.reactive.internal.wire.SyncWire.Direction;
import io.agentbay.reactive.internal.wire.SyncWire.SyncTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** ContextStatus: a text with an array, whose elements of type {@code data} hold a text with an array of tasks. */
final class TaskJson {
    private TaskJson() {}

    static List<SyncTask> read(JsonValue contextStatus) {
        var tasks = new ArrayList<SyncTask>();
        for (JsonValue item : Reply.elements(contextStatus.inner())) {
            if ("data".equals(item.get("type").text())) {
                Reply.elements(item.get("data").inner()).forEach(task -> tasks.add(task(task.as(TaskDto.class))));
            }
        }
        return List.copyOf(tasks);
    }

    private static SyncTask task(TaskDto task) {
        return new SyncTask(
                orEmpty(task.contextId()),
                orEmpty(task.path()),
                direction(orEmpty(task.taskType())),
                orEmpty(task.status()),
                orEmpty(task.errorMessage()),
                task.startTime() == null ? 0 : task.startTime(),
                task.finishTime() == null ? 0 : task.finishTime());
    }

    private static @Nullable Direction direction(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "upload" -> Direction.UPLOAD;
            case "download" -> Direction.DOWNLOAD;
            default -> null;
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** A task as the service spells it. */
    record TaskDto(
            @Nullable String contextId,
            @Nullable String path,
            @Nullable String errorMessage,
            @Nullable String status,
            @Nullable Long startTime,
            @Nullable Long finishTime,
            @Nullable String taskType) {}
}
