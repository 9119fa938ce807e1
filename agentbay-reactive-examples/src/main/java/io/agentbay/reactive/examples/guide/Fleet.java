package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.error.SessionNotSavedException;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionQuery;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionState;
import io.agentbay.reactive.sync.Mount;
import java.io.PrintStream;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Many sessions at once, bounded, each safely closed. */
final class Fleet implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    Fleet(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return runAll(20, 10)
                .doOnNext(done -> out.println("Jobs done and saved: " + done))
                .then();
    }

    // tag::fleet[]
    Mono<Long> runAll(int jobs, int atATime) {
        return Flux.range(1, jobs)
                .flatMapDelayError(number -> runOne("job-" + number), atATime, 1) // one that fails stops no other
                .count();
    }

    Mono<String> runOne(String job) {
        return client.contexts().getOrCreate(AgentBayContext.name("fleet", job)).flatMap(context -> {
            var mount = Mount.of(context, "/mnt/data");
            var request =
                    SessionRequest.mounting(mount).label("fleet", "nightly").idleTimeout(Duration.ofMinutes(10));
            return client.sessions()
                    .use(
                            request,
                            session -> session.files()
                                    .write(mount.resolve("result.txt"), job)
                                    .thenReturn(job))
                    .onErrorResume(
                            SessionNotSavedException.class, e -> rescue(e).thenReturn(job));
        });
    }

    Mono<Void> rescue(SessionNotSavedException notSaved) { // the session is still alive: try once more, later
        return client.sessions()
                .get(notSaved.session())
                .delaySubscription(Duration.ofMinutes(1))
                .flatMap(Session::close)
                .then();
    }

    Mono<Void> sweep() { // after a crash of this process: whatever still runs is saved and closed
        return client.sessions()
                .list(SessionQuery.label("fleet", "nightly").state(SessionState.RUNNING))
                .flatMapDelayError(found -> client.sessions().get(found.id()).flatMap(Session::close), 20, 1)
                .then();
    }
    // end::fleet[]
}
