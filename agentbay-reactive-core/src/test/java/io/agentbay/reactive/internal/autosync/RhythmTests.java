package io.agentbay.reactive.internal.autosync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.sync.AutoSync;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RhythmTests {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final Activity CHANGED = new Activity(true, 0, false, false, false);
    private static final Activity IDLE = new Activity(false, 0, false, false, false);
    private static final Activity PAUSED = new Activity(true, 0, false, false, true);

    @Test
    void noTickIsMoreThanATenthEarlyOrAnyLate() {
        Set<Long> firsts = new HashSet<>();
        for (int seed = 0; seed < 1_000; seed++) {
            var rhythm = of(AutoSync.every(Duration.ofSeconds(60)), seed);
            long now = 0;
            for (int tick = 1; tick <= 10; tick++) {
                now = nextSync(rhythm, now, CHANGED);
                assertThat(now).isBetween((tick * 60L - 6) * SECOND, tick * 60 * SECOND);
                firsts.add(tick == 1 ? now / SECOND : 60);
            }
        }
        assertThat(firsts).as("seconds of the first tick").hasSize(7);
    }

    @Test
    void aPausedOrIdleMountIsLookedAtOncePerPeriod() {
        for (var activity : new Activity[] {IDLE, PAUSED}) {
            var rhythm = of(AutoSync.every(Duration.ofSeconds(60)), 1);
            int looks = 0;
            for (long now = 0; now < 600 * SECOND; looks++) {
                long wait = rhythm.look(now, activity, false);
                assertThat(wait).isPositive();
                now += wait;
            }
            assertThat(looks).isBetween(10, 12);
        }
    }

    @Test
    void quietIsNeverShorterThanAskedForNorATenthLonger() {
        for (int seed = 0; seed < 1_000; seed++) {
            var rhythm = of(AutoSync.afterQuiet(Duration.ofSeconds(10)), seed);
            assertThat(nextSync(rhythm, 0, CHANGED)).isBetween(10 * SECOND, 11 * SECOND);
        }
    }

    @Test
    void aSyncThatLeftTheMountChangedIsNotRepeatedAtOnce() {
        var rhythm = of(AutoSync.afterQuiet(Duration.ofSeconds(10)), 1);
        long now = nextSync(rhythm, 0, CHANGED);
        rhythm.succeeded(now);
        assertThat(rhythm.look(now, CHANGED, false)).isEqualTo(10 * SECOND);
    }

    @Test
    void pausesAfterFailuresAreBoundedForTheShortestAndTheLongestTimes() {
        for (var rule : new AutoSync[] {
            AutoSync.every(AutoSync.SHORTEST), AutoSync.afterQuiet(AutoSync.SHORTEST),
            AutoSync.every(Duration.ofDays(365)), AutoSync.afterQuiet(Duration.ofDays(365))
        }) {
            var rhythm = of(rule, 1);
            long now = nextSync(rhythm, 0, CHANGED);
            long early = rule.interval().toNanos() / 10;
            long bound = Math.max(15 * 60 * SECOND, rule.interval().toNanos()) + early;
            for (int failure = 0; failure < 20; failure++) {
                rhythm.failed(now);
                long next = nextSync(rhythm, now, CHANGED);
                assertThat(next - now).as("%s, failure %s", rule, failure).isBetween(SECOND, bound);
                now = next;
            }
        }
    }

    private static Rhythm of(AutoSync rule, int seed) {
        return Rhythm.of(rule, 0, new Random(seed));
    }

    private static long nextSync(Rhythm rhythm, long from, Activity activity) {
        long now = from;
        for (long wait = rhythm.look(now, activity, false); wait > 0; wait = rhythm.look(now, activity, false)) {
            now += wait;
        }
        return now;
    }
}
