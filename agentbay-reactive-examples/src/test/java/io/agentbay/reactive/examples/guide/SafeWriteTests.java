package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.config.CallOptions;
import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.SyncFailedException;
import io.agentbay.reactive.local.fault.Faults;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.SyncReport;
import java.time.Duration;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

@AgentBayLocalTest
class SafeWriteTests {

    private final Output out = new Output();

    @Test
    void theSectionRuns(AgentBayClient client) {
        new SafeWrite(client, out.stream()).run().block();
        assertThat(out.text()).contains("every byte compared: true");
    }

    @Test
    void aSafeWriteIsComparedByteByByte(AgentBayClient client) {
        assertThat(inSession(client, (section, session) -> section.safeWrite(session, "important"))
                        .verified())
                .isTrue();
        assertThat(out.text()).contains("every byte compared: true");
    }

    @Test
    void aWriteThatTheServiceLostIsNeverReportedAsSaved(AgentBayClient client, Faults faults) {
        faults.onUpload("/mnt/data").times(1).loseData();
        assertThatThrownBy(() -> inSession(
                        client,
                        (section, session) -> section.safeWrite(session, "important")
                                .contextWrite(CallOptions.deadline(Duration.ofSeconds(5)))))
                .isInstanceOf(AgentBayException.class);
        assertThat(out.text()).isEmpty();
    }

    @Test
    void theServicesReasonIsPrinted(AgentBayClient client, Faults faults) {
        faults.onUpload("/mnt/data").times(1).fail("quota exceeded");
        assertThatThrownBy(() -> inSession(client, (section, session) -> section.withErrors(session, "important")))
                .isInstanceOf(SyncFailedException.class);
        assertThat(out.text()).contains("/mnt/data: quota exceeded").contains("may have happened anyway: ");
    }

    private SyncReport inSession(AgentBayClient client, BiFunction<SafeWrite, Session, Mono<SyncReport>> work) {
        var section = new SafeWrite(client, out.stream());
        var context = client.contexts().getOrCreate("safe").block();
        return client.sessions()
                .use(SessionRequest.mounting(context, "/mnt/data"), session -> work.apply(section, session))
                .block();
    }
}
