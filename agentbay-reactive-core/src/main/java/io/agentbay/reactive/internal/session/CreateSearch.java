package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.internal.wire.Pages;
import io.agentbay.reactive.internal.wire.SessionWire;
import io.agentbay.reactive.internal.wire.SessionWire.SessionRow;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Looks for the session of a create whose answer was lost, by the create's own label, which the service shows late. */
final class CreateSearch {

    private static final int PER_PAGE = 50;

    /** 60 s in all. */
    private static final List<Duration> PAUSES = LongStream.of(
                    500, 1_000, 2_000, 4_000, 6_000, 8_000, 8_000, 10_000, 10_000, 10_500)
            .mapToObj(Duration::ofMillis)
            .toList();

    private final SessionWire wire;
    private final Scheduler timer;

    CreateSearch(SessionWire wire, Scheduler timer) {
        this.wire = wire;
        this.timer = timer;
    }

    /** The ids of the first look that finds any; empty when none did within 60 s. */
    Mono<List<String>> search(String label) {
        return Flux.fromIterable(PAUSES)
                .concatMap(pause -> Mono.delay(pause, timer).then(look(label).onErrorComplete()), 1)
                .next();
    }

    /** Looks once; empty when nothing is listed, which proves nothing. */
    Mono<List<String>> look(String label) {
        return Pages.all(
                        "ListSession",
                        token -> wire.list(Map.of(SessionRequest.ID_LABEL, label), null, PER_PAGE, token))
                .filter(CreateSearch::isAlive)
                .map(SessionRow::sessionId)
                .distinct()
                .collectList()
                .filter(ids -> !ids.isEmpty());
    }

    private static boolean isAlive(SessionRow row) {
        var state = SessionStates.of(row.status());
        return state != SessionState.DELETED && state != SessionState.DELETING;
    }
}
