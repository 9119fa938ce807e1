package io.agentbay.reactive.local.fault;

import io.agentbay.reactive.local.core.ClearFault;
import io.agentbay.reactive.local.core.TaskFault;

/** What a fault does where it strikes. */
sealed interface FaultEffect permits CallEffect, FaultEffect.OfTask, FaultEffect.OfClear {

    /** To a sync task. */
    record OfTask(TaskFault fault) implements FaultEffect {}

    /** To a clear. */
    record OfClear(ClearFault fault) implements FaultEffect {}
}
