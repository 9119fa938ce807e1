package io.agentbay.reactive.local.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallFaultsTests {

    private final FaultBoard board = Boards.empty();
    private final Faults faults = board.faults();

    @Test
    void strikesAfterTheCallsLetThroughAndThenStops() {
        on("GetContextInfo").after(1).times(2).garbage();
        assertThat(effect("GetContextInfo", null)).isNull();
        assertThat(effect("GetContext", null)).isNull();
        assertThat(effect("GetContextInfo", null)).isInstanceOf(CallEffect.Garbage.class);
        assertThat(effect("GetContextInfo", null)).isInstanceOf(CallEffect.Garbage.class);
        assertThat(effect("GetContextInfo", null)).isNull();
    }

    @Test
    void withoutTimesItStaysUntilCleared() {
        on("GetContextInfo").drop(CallFault.When.AFTER_WORK);
        for (int i = 0; i < 100; i++) {
            assertThat(effect("GetContextInfo", null))
                    .isEqualTo(new CallEffect.Dropped(CallFault.When.AFTER_WORK, false));
        }
        faults.clear();
        assertThat(effect("GetContextInfo", null)).isNull();
    }

    @Test
    void aFaultOfAToolDoesNotTouchOtherToolsOrActions() {
        faults.onTool("write_file").throttle(Duration.ofSeconds(3));
        assertThat(effect("CallMcpTool", "read_file")).isNull();
        assertThat(effect("write_file", null)).isNull();
        assertThat(effect("CallMcpTool", "write_file"))
                .isEqualTo(new CallEffect.Status(429, "Throttling.User", Optional.of(Duration.ofSeconds(3))));
    }

    @Test
    void theFaultArmedFirstWins() {
        on("GetLink").times(1).httpStatus(500, "InternalError");
        on("GetLink").delay(Duration.ofSeconds(1));
        assertThat(effect("GetLink", null)).isInstanceOf(CallEffect.Status.class);
        assertThat(effect("GetLink", null)).isEqualTo(new CallEffect.Delayed(Duration.ofSeconds(1)));
    }

    @Test
    void senselessFaultsAreRefusedAtTheCall() {
        assertThatThrownBy(() -> on("GetLink").times(0)).hasMessageContaining("times(0)");
        assertThatThrownBy(() -> on("GetLink").after(-1)).hasMessageContaining("after(-1)");
        assertThatThrownBy(() -> on("GetLink").httpStatus(302, "x")).hasMessageContaining("400 to 599");
        assertThatThrownBy(() -> on(" ")).hasMessageContaining("action");
    }

    private CallFault on(String action) {
        return faults.on(action);
    }

    private @Nullable CallEffect effect(String action, @Nullable String tool) {
        CallHit hit = board.next(Boards.call(action, tool));
        return hit == null ? null : hit.effect();
    }
}
