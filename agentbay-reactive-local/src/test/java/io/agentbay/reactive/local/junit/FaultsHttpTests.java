package io.agentbay.reactive.local.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.error.SessionNotSavedException;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.fault.CallFault;
import io.agentbay.reactive.local.fault.Faults;
import io.agentbay.reactive.session.SessionRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a user tests with the extension: the client under faults. */
@AgentBayLocalTest
class FaultsHttpTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void aThrottledPollIsNotSuccess(AgentBayClient client, AgentBayLocal local, Faults faults) {
        faults.on("GetContextInfo").times(3).throttle(Duration.ofMillis(10));
        StepVerifier.create(save(client)).expectComplete().verify(PATIENCE);
        assertThat(local.requests())
                .filteredOn(request -> request.action().equals("GetContextInfo"))
                .extracting(AgentBayLocal.Request::status)
                .startsWith(429, 429, 429)
                .endsWith(200);
    }

    @Test
    void theReasonOfTheServiceArrives(AgentBayClient client, Faults faults) {
        faults.onUpload("/mnt/data").fail("disk full");
        StepVerifier.create(save(client))
                .expectErrorSatisfies(e -> {
                    var kept = (SessionNotSavedException) e;
                    assertThat(kept.mounts().get(0).reason()).isEqualTo("disk full");
                    assertThat(client.sessions().owned()).hasSize(1);
                })
                .verify(PATIENCE);
    }

    @Test
    void aLostAnswerMakesNoSecondSession(AgentBayClient client, AgentBayLocal local, Faults faults) {
        faults.on("CreateMcpSession").times(1).drop(CallFault.When.AFTER_WORK);
        StepVerifier.create(save(client)).expectComplete().verify(PATIENCE);
        assertThat(local.requests())
                .filteredOn(request -> request.action().equals("CreateMcpSession"))
                .hasSize(1);
    }

    private static Mono<Void> save(AgentBayClient client) {
        return client.contexts()
                .getOrCreate("test")
                .flatMap(context -> client.sessions()
                        .use(
                                SessionRequest.mounting(context, "/mnt/data"),
                                session -> session.files().write("/mnt/data/a.txt", "a")));
    }
}
