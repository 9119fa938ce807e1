package io.agentbay.reactive.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.local.simulation.world.Timeline;
import io.agentbay.reactive.local.simulation.world.Timeline.Life;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EndlessTests {

    private final Timeline timeline = new Timeline();

    private void again() {
        timeline.plan(0, new Life("nature", false), this::again);
    }

    @Test
    void aWorldThatNeverComesToRestIsGivenUp() {
        again();
        assertThatThrownBy(() -> timeline.runUntil(1)).hasMessageContaining("and no rest");
    }

    @Test
    void aRunThatStandsInsideOneEventIsGivenUp() {
        var never = new CountDownLatch(1);
        assertThatThrownBy(() -> Watched.run("seed 5", Duration.ofMillis(20), () -> {
                    never.await();
                    return 1;
                }))
                .isInstanceOf(Watched.EndlessException.class)
                .hasMessageContaining("seed 5");
        never.countDown();
    }

    @Test
    void aRunThatEndsIsNot() {
        assertThat(Watched.run("seed 5", Duration.ofMinutes(1), () -> 7)).isEqualTo(7);
    }
}
