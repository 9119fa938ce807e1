package io.agentbay.reactive.local.core;

/** Asked once for every sync task, when it is accepted, how it shall go wrong. */
@FunctionalInterface
public interface TaskFaults {

    /** Decides; {@link TaskFault#NONE} lets the task do its work. */
    TaskFault decide(TaskRun run);
}
