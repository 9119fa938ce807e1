package io.agentbay.reactive.local.fault;

import io.agentbay.reactive.local.core.ClearFault;
import java.util.Objects;

/** The chain that ends in one armed fault of clears. */
record ArmedClearingFault(ClearingFaults faults, String contextName, int count) implements ClearingFault {
    ArmedClearingFault {
        Objects.requireNonNull(contextName, "contextName");
    }

    @Override
    public ClearingFault times(int n) {
        return new ArmedClearingFault(faults, contextName, Times.checked(n));
    }

    @Override
    public void stick() {
        faults.arm(contextName, count, ClearFault.STICK);
    }

    @Override
    public void leaveFiles() {
        faults.arm(contextName, count, ClearFault.LEAVE_FILES);
    }
}
