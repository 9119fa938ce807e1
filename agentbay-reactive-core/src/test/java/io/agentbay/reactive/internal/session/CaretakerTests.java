package io.agentbay.reactive.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.internal.wire.SessionWire.NewSession;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionRequest.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class CaretakerTests {

    private static final SessionRequest SHORT = Bench.request(Bench.MANAGED)
            .idleTimeout(Duration.ofSeconds(60))
            .keepFor(Duration.ofHours(1))
            .onError(Ending.KEEP_ALIVE);

    private final Bench bench = new Bench();
    private final List<NewSession> unanswered = new ArrayList<>();

    private void keepOne() {
        Outcome.of(bench.sessions.use(SHORT, session -> Mono.error(new IllegalStateException("work"))));
        bench.advance(Duration.ofSeconds(1));
    }

    private void createUnanswered() {
        bench.wire.onCreate = asked -> {
            unanswered.add(asked);
            return Mono.error(FakeSessionWire.lost("CreateMcpSession", true));
        };
        Outcome.of(bench.sessions.create(SHORT.idleTimeout(Duration.ofMinutes(30))));
        bench.advance(Duration.ofSeconds(65));
    }

    private void assertRefreshedBesideSearchesWithoutAnswer() {
        bench.wire.onList = Mono::never;
        bench.wire.onCreate = asked -> Mono.fromSupplier(() -> bench.wire.start(asked));
        keepOne();
        bench.advance(Duration.ofMinutes(2));
        assertThat(bench.wire.count("keepAlive")).isBetween(3L, 6L);
    }

    /** Found by the simulation: the pause to the next one began only when the last one was given up. */
    @Test
    void aRefreshThatNobodyAnswersDoesNotPutOffTheNext() {
        bench.wire.onKeepAlive = Mono::never;
        keepOne();
        bench.advance(Duration.ofSeconds(58));
        assertThat(bench.wire.count("keepAlive")).as("within an idle time").isEqualTo(2);
    }

    @Test
    void aSearchThatNobodyAnswersDoesNotPutOffRefreshes() {
        createUnanswered();
        assertRefreshedBesideSearchesWithoutAnswer();
    }

    @Test
    void asManyOfThemAsThereAreDoNotPutOffRefreshes() {
        bench.wire.onCreate = asked -> Mono.error(FakeSessionWire.lost("CreateMcpSession", true));
        for (int created = 0; created < 100; created++) {
            Outcome.of(bench.sessions.create(SHORT.idleTimeout(Duration.ofMinutes(30))));
        }
        bench.advance(Duration.ofSeconds(65));
        assertRefreshedBesideSearchesWithoutAnswer();
    }

    @Test
    void aSearchThatFailsIsNotTheLastAndOneIsUnderWayAtATime() {
        createUnanswered();
        long before = bench.wire.count("list");
        bench.wire.onList = () -> Mono.<Void>error(FakeSessionWire.lost("ListSession", false))
                .delaySubscription(Duration.ofSeconds(90), bench.time.timer());
        bench.advance(Duration.ofMinutes(9));
        assertThat(bench.wire.count("list") - before).isBetween(4L, 6L);
    }

    @Test
    void aSlowAnswerIsHeard() {
        createUnanswered();
        bench.wire.start(unanswered.get(0));
        bench.wire.onList =
                () -> Mono.delay(Duration.ofSeconds(100), bench.time.timer()).then();
        bench.advance(Duration.ofMinutes(4));
        assertThat(bench.wire.count("delete")).isEqualTo(1);
        assertThat(bench.sessions.owned()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-2, 2})
    void aSteppedClockChangesNothing(long hours) {
        keepOne();
        bench.time.stepClock(Duration.ofHours(hours));
        bench.advance(Duration.ofMinutes(59));
        assertThat(bench.wire.count("keepAlive")).isGreaterThan(59 * 2);
        bench.advance(Duration.ofMinutes(2));
        long last = bench.wire.count("keepAlive");
        bench.advance(Duration.ofMinutes(10));
        assertThat(bench.wire.count("keepAlive"))
                .as("after it was kept for an hour")
                .isEqualTo(last);
    }

    @Test
    void aSteppedClockEndsNoSearch() {
        createUnanswered();
        bench.time.stepClock(Duration.ofHours(2));
        long before = bench.wire.count("list");
        bench.advance(Duration.ofMinutes(20));
        assertThat(bench.wire.count("list")).isGreaterThan(before + 30);
        bench.advance(Duration.ofMinutes(15));
        assertThat(bench.sessions.owned()).isEmpty();
        assertThat(bench.background.active()).isZero();
    }
}
