package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.sync.AutoSync;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sessions with automatic syncs in virtual time; uploads are the fake's, with their times. */
final class AutoSyncBench {

    static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    final Bench bench = new Bench();
    final List<OperationEvent> events = new ArrayList<>();
    final List<Duration> begun = new ArrayList<>();
    Mono<Void> upload = Mono.empty();
    int inFlight;
    int mostInFlight;

    AutoSyncBench() {
        bench.syncs.onUpload = mounts -> Mono.defer(() -> {
            begun.add(now());
            mostInFlight = Math.max(mostInFlight, ++inFlight);
            return upload.doFinally(end -> inFlight--);
        });
    }

    static Mount mount(AutoSync rule) {
        return Mount.of(ContextId.of("c-1"), "/mnt/data", SyncPolicy.onDemand().autoSync(rule));
    }

    static Mount every(int seconds) {
        return mount(AutoSync.every(Duration.ofSeconds(seconds)));
    }

    static Mount afterQuiet(int seconds) {
        return mount(AutoSync.afterQuiet(Duration.ofSeconds(seconds)));
    }

    /** An open session, its mounts ready; the clock starts anew for {@link #begun}. */
    Session open(Mount mount) {
        var outcome = Outcome.of(
                bench.sessions.create(Bench.request(mount)).contextWrite(OperationEvent.listener(events::add)));
        bench.advance(Duration.ofSeconds(1));
        events.clear();
        return Objects.requireNonNull(outcome.value);
    }

    /** Writes once a second from now on. */
    Outcome<?> busy(Session session) {
        return Outcome.of(Flux.interval(Duration.ofSeconds(1), bench.time.timer())
                .concatMap(tick -> Bench.writeFile(session))
                .then());
    }

    void write(Session session) {
        Outcome.of(Bench.writeFile(session));
    }

    /** A tool call that ends and may have left a process behind. */
    void run(Session session) {
        Outcome.of(Bench.write(session));
    }

    /** A command that runs until the test ends it. */
    Outcome<?> command(Session session) {
        bench.onTool = tool -> Mono.never();
        return Outcome.of(Bench.write(session));
    }

    Mono<Void> taking(int seconds) {
        return Mono.delay(Duration.ofSeconds(seconds), bench.time.timer()).then();
    }

    /** Since the session was opened. */
    Duration now() {
        return Duration.ofNanos(bench.time.nanos()).minusSeconds(1);
    }

    void advance(int seconds) {
        bench.advance(Duration.ofSeconds(seconds));
    }

    long count(String type) {
        return events.stream()
                .filter(event -> event.operation().kind() == Operation.Kind.AUTO_SYNC)
                .filter(event -> event.type().equals(type))
                .count();
    }

    /** Whether anything is left that would ever do something again. */
    boolean atRest() {
        bench.settle();
        bench.advance(Duration.ofHours(2));
        long scheduled = bench.time.scheduled();
        bench.advance(Duration.ofDays(1));
        return bench.background.active() == 0 && bench.time.scheduled() == scheduled;
    }
}
