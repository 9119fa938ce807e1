package io.agentbay.reactive.local.fault;

import io.agentbay.reactive.local.core.TaskFault;
import io.agentbay.reactive.local.core.TaskFault.Kind;

/** The chain of a fault of sync tasks. */
final class SyncChain extends Chain<SyncFault> implements SyncFault {

    SyncChain(FaultBoard board, FaultTarget target, FaultScope scope) {
        super(board, target, scope);
    }

    @Override
    SyncFault chain(FaultBoard sameBoard, FaultTarget sameTarget, FaultScope narrower) {
        return new SyncChain(sameBoard, sameTarget, narrower);
    }

    @Override
    public void fail(String reason) {
        arm(new TaskFault(Kind.FAIL, reason));
    }

    @Override
    public void failHalfway(String reason) {
        arm(new TaskFault(Kind.FAIL_HALFWAY, reason));
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
    public void loseHalf() {
        arm(TaskFault.of(Kind.LOSE_HALF));
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
        arm(new FaultEffect.OfTask(fault));
    }
}
