package io.agentbay.reactive.local.fault;

import io.agentbay.reactive.local.core.TaskFault;
import io.agentbay.reactive.local.core.TaskFault.Kind;
import io.agentbay.reactive.local.core.TaskRun;
import java.util.Objects;

/** The chain that ends in one {@link SyncRule}. */
record ArmedSyncFault(SyncFaults faults, TaskRun.Direction direction, String mountPath, int count)
        implements SyncFault {

    ArmedSyncFault {
        if (!Objects.requireNonNull(mountPath, "mountPath").startsWith("/")) {
            throw new IllegalArgumentException("The mount path \"" + mountPath + "\" does not start with a slash.");
        }
    }

    @Override
    public SyncFault times(int n) {
        return new ArmedSyncFault(faults, direction, mountPath, Times.checked(n));
    }

    @Override
    public void fail(String reason) {
        if (Objects.requireNonNull(reason, "reason").isBlank()) {
            throw new IllegalArgumentException("A failed task gives a reason; the one given is blank.");
        }
        arm(TaskFault.fail(reason));
    }

    @Override
    public void stick() {
        arm(TaskFault.of(Kind.STICK));
    }

    @Override
    public void loseData() {
        arm(TaskFault.of(Kind.LOSE_DATA));
    }

    @Override
    public void showStaleFirst() {
        arm(TaskFault.of(Kind.SHOW_STALE_FIRST));
    }

    @Override
    public void endSession() {
        arm(TaskFault.of(Kind.END_SESSION));
    }

    private void arm(TaskFault fault) {
        faults.arm(new SyncRule(direction, mountPath, count, fault));
    }
}
