package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.ThrottledException;
import io.agentbay.reactive.session.SessionRequest;
import java.io.PrintStream;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** What went wrong, by type; and cancelling. */
final class ErrorsAndCancelling implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    ErrorsAndCancelling(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return status("no-such-project")
                .doOnNext(code -> out.println("status " + code))
                .then(impatient())
                .onErrorResume(
                        java.util.concurrent.TimeoutException.class,
                        late -> Mono.fromRunnable(
                                () -> out.println("given up; the session is still saved and closed behind")));
    }

    // tag::errors[]
    Mono<Integer> status(String name) {
        return client.contexts()
                .get(name)
                .thenReturn(200)
                .onErrorReturn(NotFoundException.class, 404)
                .onErrorReturn(ThrottledException.class, 429);
    }
    // end::errors[]

    // tag::cancel[]
    Mono<Void> impatient() {
        return client.contexts()
                .getOrCreate("impatient-project")
                .flatMap(context -> client.sessions()
                        .use(
                                SessionRequest.mounting(context, "/mnt/data"),
                                session -> session.files()
                                        .write("/mnt/data/begun.txt", "begun")
                                        .then(Mono.<Void>never())) // work that hangs
                        .timeout(Duration.ofSeconds(
                                5))); // returns at once; the session is closed and saved, and nothing leaks
    }
    // end::cancel[]
}
