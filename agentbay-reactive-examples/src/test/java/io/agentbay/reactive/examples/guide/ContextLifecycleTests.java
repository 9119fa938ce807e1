package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@AgentBayLocalTest
class ContextLifecycleTests {

    private final Output out = new Output();

    @Test
    void theSectionRuns(AgentBayClient client) {
        new ContextLifecycle(client, out.stream()).run().block();
        assertThat(out.text())
                .contains("The work is saved: true")
                .contains("The work failed")
                .contains("Kept for an emergency");
    }

    @Test
    void whatFailedLeavesAnEmergencySnapshot(AgentBayClient client) {
        var context = filled(client);
        var section = new ContextLifecycle(client, out.stream());
        StepVerifier.create(section.guarded(context, Mono.error(new IllegalStateException("the work failed"))))
                .verifyErrorMessage("the work failed");
        assertThat(client.snapshots().list(context).collectList().block())
                .singleElement()
                .satisfies(kept -> assertThat(kept.tags()).contains("emergency"));
    }

    @Test
    void whatSucceededLeavesNone(AgentBayClient client) {
        var context = filled(client);
        var section = new ContextLifecycle(client, out.stream());
        section.guarded(context, section.work(context)).block();
        assertThat(client.snapshots().list(context).collectList().block()).isEmpty();
        assertThat(client.contexts()
                        .files(context)
                        .readText("/mnt/data/work.txt")
                        .block())
                .isEqualTo("Important work");
    }

    private static AgentBayContext filled(AgentBayClient client) {
        var context = client.contexts().getOrCreate("guarded").block();
        client.contexts().files(context).write("/mnt/data/a.txt", "a").block();
        return context;
    }
}
