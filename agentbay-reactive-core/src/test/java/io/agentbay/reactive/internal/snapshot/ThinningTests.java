package io.agentbay.reactive.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.snapshot.Retention;
import io.agentbay.reactive.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTests {

    private static final Instant NOW = Instant.parse("2026-11-22T13:00:00Z");

    /** One every six hours for a hundred days, the newest now. */
    private final List<Snapshot> all = IntStream.range(0, 400)
            .mapToObj(number -> snapshot(NOW.minus(Duration.ofHours(6L * number)), number == 399 ? "release" : "x"))
            .toList();

    private static Snapshot snapshot(Instant time, String tag) {
        return new Snapshot(
                time.toString(),
                ContextId.of("c"),
                "name",
                time,
                0,
                0,
                0,
                Snapshot.Consistency.NO_CHANGE_SEEN,
                List.of(),
                List.of(tag));
    }

    private List<String> kept(Retention keep) {
        var gone = Thinning.notKept(keep, NOW, all);
        return all.stream()
                .filter(one -> !gone.contains(one))
                .map(one -> one.createdAt().toString())
                .toList();
    }

    @Test
    void theLastAreKept() {
        assertThat(kept(Retention.keepLast(2))).containsExactly("2026-11-22T13:00:00Z", "2026-11-22T07:00:00Z");
    }

    @Test
    void theNewestOfEachDayIsKept() {
        assertThat(kept(Retention.keepLast(1).daily(3)))
                .containsExactly("2026-11-22T13:00:00Z", "2026-11-21T19:00:00Z", "2026-11-20T19:00:00Z");
    }

    @Test
    void weeksBeginOnMonday() {
        assertThat(kept(Retention.keepLast(1).weekly(2)))
                .containsExactly("2026-11-22T13:00:00Z", "2026-11-15T19:00:00Z");
    }

    @Test
    void monthsYearsHoursAgeAndTags() {
        assertThat(kept(Retention.keepLast(1).monthly(2))).hasSize(2).contains("2026-10-31T19:00:00Z");
        assertThat(kept(Retention.keepLast(1).yearly(5))).hasSize(1);
        assertThat(kept(Retention.keepLast(1).hourly(4))).hasSize(4);
        assertThat(kept(Retention.keepLast(1).within(Duration.ofDays(1)))).hasSize(5);
        assertThat(kept(Retention.keepLast(1).tagged("release"))).hasSize(2);
    }
}
