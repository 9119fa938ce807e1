package io.agentbay.reactive.local.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallFaultsTests {

    private final CallFaults faults = new CallFaults();

    @Test
    void strikesAfterTheCallsLetThroughAndThenStops() {
        on("GetContextInfo").after(1).times(2).garbage();
        assertThat(faults.next("GetContextInfo", null)).isNull();
        assertThat(faults.next("GetContext", null)).isNull();
        assertThat(faults.next("GetContextInfo", null)).isInstanceOf(CallEffect.Garbage.class);
        assertThat(faults.next("GetContextInfo", null)).isInstanceOf(CallEffect.Garbage.class);
        assertThat(faults.next("GetContextInfo", null)).isNull();
    }

    @Test
    void withoutTimesItStaysUntilCleared() {
        on("GetContextInfo").drop(CallFault.When.AFTER_WORK);
        for (int i = 0; i < 100; i++) {
            assertThat(faults.next("GetContextInfo", null))
                    .isEqualTo(new CallEffect.Dropped(CallFault.When.AFTER_WORK));
        }
        faults.clear();
        assertThat(faults.next("GetContextInfo", null)).isNull();
    }

    @Test
    void aFaultOfAToolDoesNotTouchOtherToolsOrActions() {
        new ArmedCallFault(faults, "write_file", true, 0, Times.UNLIMITED).throttle(Duration.ofSeconds(3));
        assertThat(faults.next("CallMcpTool", "read_file")).isNull();
        assertThat(faults.next("write_file", null)).isNull();
        assertThat(faults.next("CallMcpTool", "write_file"))
                .isEqualTo(new CallEffect.Status(429, "Throttling.User", Optional.of(Duration.ofSeconds(3))));
    }

    @Test
    void theFaultArmedFirstWins() {
        on("GetLink").times(1).httpStatus(500, "InternalError");
        on("GetLink").delay(Duration.ofSeconds(1));
        assertThat(faults.next("GetLink", null)).isInstanceOf(CallEffect.Status.class);
        assertThat(faults.next("GetLink", null)).isEqualTo(new CallEffect.Delayed(Duration.ofSeconds(1)));
    }

    @Test
    void senselessFaultsAreRefusedAtTheCall() {
        assertThatThrownBy(() -> on("GetLink").times(0)).hasMessageContaining("times(0)");
        assertThatThrownBy(() -> on("GetLink").after(-1)).hasMessageContaining("after(-1)");
        assertThatThrownBy(() -> on("GetLink").httpStatus(200, "x")).hasMessageContaining("400 to 599");
        assertThatThrownBy(() -> on(" ")).hasMessageContaining("action");
    }

    private CallFault on(String action) {
        return new ArmedCallFault(faults, action, false, 0, Times.UNLIMITED);
    }
}
