package io.agentbay.reactive.local.fault;

import io.agentbay.reactive.local.core.ClearFault;

/** The chain of a fault of clears. */
final class ClearingChain extends Chain<ClearingFault> implements ClearingFault {

    ClearingChain(FaultBoard board, FaultTarget target, FaultScope scope) {
        super(board, target, scope);
    }

    @Override
    ClearingFault chain(FaultBoard sameBoard, FaultTarget sameTarget, FaultScope narrower) {
        return new ClearingChain(sameBoard, sameTarget, narrower);
    }

    @Override
    public void stick() {
        arm(new FaultEffect.OfClear(ClearFault.STICK));
    }

    @Override
    public void leaveFiles() {
        arm(new FaultEffect.OfClear(ClearFault.LEAVE_FILES));
    }
}
