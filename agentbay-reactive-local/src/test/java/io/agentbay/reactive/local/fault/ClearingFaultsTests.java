package io.agentbay.reactive.local.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.local.core.ClearFault;
import org.junit.jupiter.api.Test;

class ClearingFaultsTests {
    private final FaultBoard board = Boards.empty();
    private final Faults faults = board.faults();

    @Test
    void strikesTheNamedContextAsOftenAsSaid() {
        faults.onClearing("a").times(2).stick();
        faults.onClearing("a").leaveFiles();
        assertThat(decide("b")).isEqualTo(ClearFault.NONE);
        assertThat(decide("a")).isEqualTo(ClearFault.STICK);
        assertThat(decide("a")).isEqualTo(ClearFault.STICK);
        assertThat(decide("a")).isEqualTo(ClearFault.LEAVE_FILES);
        assertThat(decide("a")).isEqualTo(ClearFault.LEAVE_FILES);
        faults.clear();
        assertThat(decide("a")).isEqualTo(ClearFault.NONE);
    }

    @Test
    void senselessTimesAreRefusedAtTheCall() {
        assertThatThrownBy(() -> faults.onClearing("a").times(0)).hasMessageContaining("times(0)");
    }

    private ClearFault decide(String name) {
        return board.decide(name);
    }
}
