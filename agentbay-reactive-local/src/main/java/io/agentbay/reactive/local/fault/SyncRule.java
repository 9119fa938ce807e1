package io.agentbay.reactive.local.fault;

import io.agentbay.reactive.local.core.TaskFault;
import io.agentbay.reactive.local.core.TaskRun;

/** One armed fault of sync tasks. Guarded by the owner. */
final class SyncRule {

    private final TaskRun.Direction direction;
    private final String mountPath;
    private final TaskFault fault;
    private int left;

    SyncRule(TaskRun.Direction direction, String mountPath, int times, TaskFault fault) {
        this.direction = direction;
        this.mountPath = withoutSlash(mountPath);
        this.left = times;
        this.fault = fault;
    }

    boolean matches(TaskRun run) {
        return run.direction() == direction && withoutSlash(run.mountPath()).equals(mountPath);
    }

    TaskFault strike() {
        if (left != Times.UNLIMITED) {
            left--;
        }
        return fault;
    }

    boolean usedUp() {
        return left == 0;
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
