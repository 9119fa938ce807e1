package io.agentbay.reactive.local.fault;

import io.agentbay.reactive.local.core.TaskRun;

/** The door to all kinds of faults. */
public record ArmedFaults(CallFaults calls, SyncFaults syncs, ClearingFaults clearings) implements Faults {

    /** Nothing armed. */
    public static ArmedFaults none() {
        return new ArmedFaults(new CallFaults(), new SyncFaults(), new ClearingFaults());
    }

    @Override
    public CallFault on(String action) {
        return new ArmedCallFault(calls, action, false, 0, Times.UNLIMITED);
    }

    @Override
    public CallFault onTool(String tool) {
        return new ArmedCallFault(calls, tool, true, 0, Times.UNLIMITED);
    }

    @Override
    public SyncFault onUpload(String mountPath) {
        return new ArmedSyncFault(syncs, TaskRun.Direction.UPLOAD, mountPath, Times.UNLIMITED);
    }

    @Override
    public SyncFault onDownload(String mountPath) {
        return new ArmedSyncFault(syncs, TaskRun.Direction.DOWNLOAD, mountPath, Times.UNLIMITED);
    }

    @Override
    public ClearingFault onClearing(String contextName) {
        return new ArmedClearingFault(clearings, contextName, Times.UNLIMITED);
    }

    @Override
    public void clear() {
        calls.clear();
        syncs.clear();
        clearings.clear();
    }
}
