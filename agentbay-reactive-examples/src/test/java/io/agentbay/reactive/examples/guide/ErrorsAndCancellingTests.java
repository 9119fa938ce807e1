package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import io.agentbay.reactive.session.SessionRequest;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

@AgentBayLocalTest
class ErrorsAndCancellingTests {

    private final Output out = new Output();

    @Test
    void errorsAreToldApartByType(AgentBayClient client) {
        var section = new ErrorsAndCancelling(client, out.stream());
        client.contexts().getOrCreate("there").block();
        assertThat(section.status("there").block()).isEqualTo(200);
        assertThat(section.status("absent").block()).isEqualTo(404);
    }

    @Test
    void workThatIsGivenUpIsSavedAndClosedAllTheSame(AgentBayClient client) {
        StepVerifier.create(new ErrorsAndCancelling(client, out.stream()).impatient())
                .verifyError(TimeoutException.class);
        client.shutdown(Duration.ofSeconds(30)).block();
        assertThat(client.sessions().owned()).isEmpty();
    }

    @Test
    void whatWasWrittenBeforeItWasGivenUpIsThere(AgentBayClient client, AgentBayLocal local) {
        StepVerifier.create(new ErrorsAndCancelling(client, out.stream()).impatient())
                .verifyError(TimeoutException.class);
        client.shutdown(Duration.ofSeconds(30)).block();
        try (var other = local.clientBuilder().build()) {
            var context = other.contexts().get("impatient-project").block();
            assertThat(other.sessions()
                            .use(
                                    SessionRequest.mounting(context, "/mnt/data"),
                                    session -> session.files().readText("/mnt/data/begun.txt"))
                            .block())
                    .isEqualTo("begun");
        }
    }
}
