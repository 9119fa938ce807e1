package io.agentbay.reactive.internal.session;

import static io.agentbay.reactive.internal.session.AutoSyncBench.TEN_MINUTES;
import static io.agentbay.reactive.internal.session.AutoSyncBench.afterQuiet;
import static io.agentbay.reactive.internal.session.AutoSyncBench.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.sync.AutoSync;
import io.agentbay.reactive.sync.Mount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How many uploads ten minutes bring. */
class AutoSyncCountTests {

    /** The grid begins when the session is handed out, some milliseconds before the bench's clock does. */
    private static final long OPENED_WITHIN = 1_000;

    private final AutoSyncBench autos = new AutoSyncBench();

    static List<Mount> rules() {
        return List.of(every(60), every(5), afterQuiet(10), afterQuiet(5));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void anIdleMountCostsNoCallAndNoEvent(Mount mount) {
        autos.open(mount);
        var calls = List.copyOf(autos.bench.wire.calls);
        autos.bench.advance(TEN_MINUTES);
        assertThat(autos.begun).isEmpty();
        assertThat(autos.events).isEmpty();
        assertThat(autos.bench.wire.calls).isEqualTo(calls);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void oneWriteIsOneUpload(Mount mount) {
        var session = autos.open(mount);
        autos.write(session);
        autos.bench.advance(TEN_MINUTES);
        assertThat(autos.begun).hasSize(1);
        assertThat(autos.count("started")).isEqualTo(1);
        assertThat(autos.count("completed")).isEqualTo(1);
    }

    @Test
    void aBusyMountIsUploadedOncePerPeriod() {
        autos.busy(autos.open(every(60)));
        autos.bench.advance(TEN_MINUTES);
        assertThat(autos.begun).hasSize(10);
        for (int tick = 1; tick <= 10; tick++) {
            assertThat(autos.begun.get(tick - 1).toMillis())
                    .as("upload %s", tick)
                    .isBetween(tick * 60_000L - 6_000 - OPENED_WITHIN, tick * 60_000L + 200);
        }
    }

    @Test
    void aRunningCommandMayWriteAtAnyTime() {
        autos.command(autos.open(every(60)));
        autos.bench.advance(TEN_MINUTES);
        assertThat(autos.begun).hasSize(10);
    }

    @Test
    void slowUploadsNeverOverlapAndLeaveOutWhatTheyRanOver() {
        autos.upload = autos.taking(150);
        autos.busy(autos.open(every(60)));
        autos.bench.advance(TEN_MINUTES.plusSeconds(1));
        assertThat(autos.begun.stream().map(time -> Math.round(time.toSeconds() / 60.0)))
                .containsExactly(1L, 4L, 7L, 10L);
        assertThat(autos.mostInFlight).isEqualTo(1);
    }

    @Test
    void failuresDoubleThePauseAndEachIsOneEvent() {
        autos.upload = Mono.error(FakeSyncs.failed("disk full"));
        autos.busy(autos.open(every(60)));
        autos.bench.advance(TEN_MINUTES);
        assertThat(autos.begun.stream().map(time -> Math.round(time.toSeconds() / 60.0)))
                .containsExactly(1L, 3L, 7L);
        assertThat(autos.count("failed")).isEqualTo(3);
        assertThat(autos.bench.sessions.owned())
                .singleElement()
                .satisfies(owned -> assertThat(owned.lastFailure()).isNotNull());
    }

    @Test
    void thePauseAfterFailuresIsBounded() {
        autos.upload = Mono.error(FakeSyncs.failed("disk full"));
        autos.busy(autos.open(every(60)));
        autos.bench.advance(Duration.ofHours(10));
        assertThat(autos.begun.size()).isBetween(40, 45);
    }

    @Test
    void aSuccessEndsThePausesAndTheLastFailure() {
        autos.upload = Mono.error(FakeSyncs.failed("disk full"));
        autos.busy(autos.open(every(60)));
        autos.advance(200);
        autos.upload = Mono.empty();
        autos.advance(400);
        assertThat(autos.begun.stream().map(time -> Math.round(time.toSeconds() / 60.0)))
                .containsExactly(1L, 3L, 7L, 8L, 9L, 10L);
        assertThat(autos.bench.sessions.owned())
                .singleElement()
                .satisfies(owned -> assertThat(owned.lastFailure()).isNull());
    }

    @Test
    void quietIsCountedFromTheLastChange() {
        var session = autos.open(afterQuiet(10));
        var writes = autos.busy(session);
        autos.advance(8);
        writes.cancel();
        autos.advance(60);
        assertThat(autos.begun)
                .singleElement()
                .satisfies(at -> assertThat(at.toMillis()).isBetween(17_900L, 19_300L));
    }

    @Test
    void changesThatKeepComingAreUploadedAfterTheLongestWait() {
        autos.busy(autos.open(
                AutoSyncBench.mount(AutoSync.afterQuiet(Duration.ofSeconds(10)).longestWait(Duration.ofMinutes(1)))));
        autos.bench.advance(TEN_MINUTES);
        assertThat(autos.begun).hasSize(10);
        assertGaps(54_000, 60_300);
    }

    @Test
    void failuresAfterQuietAreRetriedWithPausesThatDouble() {
        autos.upload = Mono.error(FakeSyncs.failed("disk full"));
        autos.write(autos.open(afterQuiet(10)));
        autos.bench.advance(TEN_MINUTES);
        // After 10 s, then 20, 40, 80, 160 and 320 s later the sixth, which is past the ten minutes.
        assertThat(autos.begun).hasSize(5);
    }

    @Test
    void aWatchTellsWhatACommandChanges() {
        autos.bench.onWatch = directory ->
                Flux.interval(Duration.ofMinutes(2), autos.bench.time.timer()).map(tick -> 1);
        autos.command(autos.open(afterQuiet(10)));
        autos.bench.advance(TEN_MINUTES);
        assertThat(autos.begun)
                .as("its beginning, and four changes, the fifth not yet quiet")
                .hasSize(5);
    }

    @Test
    void aCommandThatCannotBeWatchedCountsAsChanging() {
        autos.command(autos.open(
                AutoSyncBench.mount(AutoSync.afterQuiet(Duration.ofSeconds(10)).longestWait(Duration.ofMinutes(2)))));
        autos.bench.advance(TEN_MINUTES);
        assertThat(autos.begun).hasSize(5);
        assertGaps(108_000, 120_300);
    }

    @Test
    void whatACallMayHaveLeftRunningIsUploadedEachPeriodForAnIdleTimeout() {
        autos.run(autos.open(every(60)));
        autos.bench.advance(TEN_MINUTES);
        assertThat(autos.begun).hasSize(10);
        autos.bench.advance(Duration.ofHours(2));
        assertThat(autos.begun).as("half an hour in all").hasSize(30);
    }

    @Test
    void whileSomebodyAttendsItIsUploadedForAsLongAsThatTakes() {
        Outcome.of(autos.bench.sessions.use(
                Bench.request(every(60)), session -> Bench.write(session).then(autos.taking(7_200))));
        autos.bench.advance(Duration.ofHours(2));
        assertThat(autos.begun).hasSize(120);
    }

    @Test
    void withoutAWatchItIsUploadedAfterEachLongestWaitAndWithOneNotAgain() {
        var rule =
                AutoSyncBench.mount(AutoSync.afterQuiet(Duration.ofSeconds(10)).longestWait(Duration.ofMinutes(2)));
        autos.run(autos.open(rule));
        autos.bench.advance(TEN_MINUTES);
        assertThat(autos.begun).as("of the call itself, and every two minutes").hasSize(6);
        assertGaps(108_000, 120_300);

        var watched = new AutoSyncBench();
        watched.bench.onWatch = directory -> Flux.never();
        watched.run(watched.open(rule));
        watched.bench.advance(TEN_MINUTES);
        assertThat(watched.begun).as("of the call itself").hasSize(1);
    }

    @Test
    void theWatchEndsWhenNothingHappensForAnIdleTimeout() {
        var watching = new int[1];
        autos.bench.onWatch = directory ->
                Flux.<Integer>never().doOnSubscribe(begin -> watching[0]++).doOnCancel(() -> watching[0]--);
        var session = autos.open(afterQuiet(10));
        autos.advance(60);
        assertThat(watching[0]).as("nothing was run yet").isZero();
        autos.run(session);
        autos.advance(60);
        assertThat(watching[0]).isEqualTo(1);
        autos.bench.advance(Duration.ofMinutes(30));
        assertThat(watching[0]).isZero();
        assertThat(autos.bench.background.active()).isZero();
    }

    private void assertGaps(long least, long most) {
        for (int i = 1; i < autos.begun.size(); i++) {
            assertThat(autos.begun.get(i).minus(autos.begun.get(i - 1)).toMillis())
                    .isBetween(least, most);
        }
    }
}
