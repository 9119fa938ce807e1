package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.AutoSync;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

@AgentBayLocalTest
class SyncPoliciesTests {

    private final Output out = new Output();

    @Test
    void eachPolicySaysToTheServiceWhatItPromises(AgentBayClient client, AgentBayLocal local) {
        assertThat(sent(client, local, SyncPolicies.ON_DEMAND))
                .contains("\"autoUpload\":true", "\"autoDownload\":true", "\"syncLocalFile\":true");
        assertThat(sent(client, local, SyncPolicies.MANUAL))
                .contains("\"autoUpload\":false", "\"autoDownload\":false", "\"syncLocalFile\":true");
        assertThat(sent(client, local, SyncPolicies.MANAGED))
                .contains("\"autoUpload\":false", "\"autoDownload\":false", "\"syncLocalFile\":false");
    }

    @Test
    void whatIsWrittenIsUploadedWithoutACall(AgentBayClient client, AgentBayLocal local) {
        var context = client.contexts().getOrCreate("auto").block();
        var policy = SyncPolicy.onDemand().autoSync(AutoSync.afterQuiet(Duration.ofSeconds(5)));
        var done = client.sessions().use(SessionRequest.mounting(Mount.of(context, "/mnt/data", policy)), session -> {
            var uploaded = client.events()
                    .filter(event -> event.operation().kind() == Operation.Kind.UPLOAD)
                    .ofType(OperationEvent.Completed.class)
                    .next();
            return Mono.when(uploaded, session.files().write("/mnt/data/a.txt", "a"))
                    .thenReturn("uploaded");
        });
        assertThat(done.block(Duration.ofSeconds(60))).isEqualTo("uploaded");
    }

    @Test
    void theSectionRuns(AgentBayClient client) {
        new SyncPolicies(client, out.stream()).run().block();
        assertThat(out.text()).contains("Written");
        assertThat(client.sessions().owned()).isEmpty();
    }

    private static String sent(AgentBayClient client, AgentBayLocal local, SyncPolicy policy) {
        var context = client.contexts().getOrCreate("policies").block();
        client.sessions()
                .use(SessionRequest.mounting(Mount.of(context, "/mnt/data", policy)), session -> Mono.just("done"))
                .block();
        return local.requests().stream()
                .filter(request -> request.action().equals("CreateMcpSession"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .fields()
                .get("PersistenceDataList")
                .replace("\\\"", "\"");
    }
}
