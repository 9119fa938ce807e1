package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

@AgentBayLocalTest
class MonitoringSyncTests {

    private final Output out = new Output();

    @Test
    void theSectionRuns(AgentBayClient client) {
        new MonitoringSync(client, out.stream()).run().block();
        assertThat(out.text())
                .contains("Sync completed in")
                .contains("UPLOAD completed: DONE")
                .contains("phase=DONE");
    }

    @Test
    void theReportSaysWhereTheTimeWent(AgentBayClient client) {
        inSession(
                client,
                session -> new MonitoringSync(client, out.stream())
                        .measured(session)
                        .doOnNext(report -> {
                            var phases = report.phases();
                            var sum = phases.trigger()
                                    .plus(phases.queue())
                                    .plus(phases.transfer())
                                    .plus(phases.confirm());
                            assertThat(sum).isPositive().isLessThanOrEqualTo(report.elapsed());
                            assertThat(report.polls()).isPositive();
                        }));
        assertThat(out.text()).contains("Sync completed in PT").contains("state=SYNCED");
    }

    @Test
    void theStreamBeginsAndEndsWithTheWork(AgentBayClient client) {
        inSession(
                client,
                session -> new MonitoringSync(client, out.stream())
                        .live(session)
                        .collectList()
                        .doOnNext(events -> {
                            assertThat(events.get(0)).isInstanceOf(OperationEvent.Started.class);
                            assertThat(events.get(events.size() - 1)).isInstanceOf(OperationEvent.Completed.class);
                            assertThat(events)
                                    .extracting(event -> event.operation().kind())
                                    .contains(Operation.Kind.UPLOAD);
                        }));
    }

    @Test
    void theReportSurvivesTheWatching(AgentBayClient client) {
        inSession(client, session -> new MonitoringSync(client, out.stream()).watched(session));
        assertThat(out.text()).contains("phase=DONE");
    }

    private static <T> void inSession(AgentBayClient client, Function<Session, Mono<T>> work) {
        var context = client.contexts().getOrCreate("monitored").block();
        var done = client.sessions()
                .use(
                        SessionRequest.mounting(context, "/mnt/data"),
                        session -> session.files().write("/mnt/data/a.txt", "a").then(work.apply(session)))
                .block();
        assertThat(done).isNotNull();
    }
}
