package io.agentbay.reactive.local.fault;

import java.util.List;

/** The typed door to a board. */
record BoardFaults(FaultBoard board) implements Faults {

    @Override
    public CallFault on(String action) {
        return new CallChain(board, new FaultTarget(FaultTarget.Kind.ACTION, action), FaultScope.ALL);
    }

    @Override
    public CallFault onTool(String tool) {
        return new CallChain(board, new FaultTarget(FaultTarget.Kind.TOOL, tool), FaultScope.ALL);
    }

    @Override
    public SyncFault onUpload(String mountPath) {
        return new SyncChain(board, new FaultTarget(FaultTarget.Kind.UPLOAD, mountPath), FaultScope.ALL);
    }

    @Override
    public SyncFault onDownload(String mountPath) {
        return new SyncChain(board, new FaultTarget(FaultTarget.Kind.DOWNLOAD, mountPath), FaultScope.ALL);
    }

    @Override
    public ClearingFault onClearing(String contextName) {
        return new ClearingChain(board, new FaultTarget(FaultTarget.Kind.CLEARING, contextName), FaultScope.ALL);
    }

    @Override
    public List<Armed> armed() {
        return board.armed();
    }

    @Override
    public void seed(long seed) {
        board.seed(seed);
    }

    @Override
    public void clear() {
        board.clear();
    }
}
