package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.MountOutcome;
import io.agentbay.reactive.error.SyncFailedException;
import io.agentbay.reactive.local.fault.Faults;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import io.agentbay.reactive.sync.SyncReport.Direction;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

@AgentBayLocalTest
class ManualSyncTests {

    private final Output out = new Output();

    @Test
    void theManualUploadIsConfirmedWhenItCompletes(AgentBayClient client) {
        var report = new ManualSync(client, out.stream()).manual().block();
        assertThat(report.direction()).isEqualTo(Direction.UPLOAD);
        assertThat(report.mounts()).singleElement().satisfies(mount -> {
            assertThat(mount.outcome().state()).isEqualTo(MountOutcome.State.SYNCED);
            assertThat(mount.outcome().level()).isEqualTo(MountOutcome.Level.CONFIRMED);
        });
        assertThat(out.text()).contains("Data synchronized: session -> context");
    }

    @Test
    void aThrottledPollIsNotSuccess(AgentBayClient client, Faults faults) {
        faults.onUpload("/mnt/data").fail("quota exceeded");
        faults.on("GetContextInfo").times(2).throttle(Duration.ofMillis(200));
        StepVerifier.create(new ManualSync(client, out.stream()).manual()).verifyError(SyncFailedException.class);
        assertThat(out.text()).isEmpty();
    }
}
