package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.snapshot.Retention;
import io.agentbay.reactive.snapshot.Snapshot;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Which snapshots a retention does not keep. */
final class Thinning {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH", Locale.ROOT);
    private static final DateTimeFormatter WEEK = DateTimeFormatter.ISO_WEEK_DATE;
    private static final int WEEK_WITHOUT_DAY = "2026-W01".length();

    private final Retention keep;
    private final Instant now;
    private final List<Snapshot> newestFirst;
    private final Set<String> kept = new HashSet<>();

    private Thinning(Retention keep, Instant now, List<Snapshot> snapshots) {
        this.keep = keep;
        this.now = now;
        this.newestFirst = snapshots.stream()
                .sorted(Comparator.comparing(Snapshot::createdAt)
                        .thenComparing(Snapshot::id)
                        .reversed())
                .toList();
    }

    /** Newest first. */
    static List<Snapshot> notKept(Retention keep, Instant now, List<Snapshot> snapshots) {
        return new Thinning(keep, now, snapshots).run();
    }

    private List<Snapshot> run() {
        var counts = keep.counts();
        newestFirst.stream().limit(counts.last()).forEach(this::keep);
        newestFirst.stream().filter(this::isYoung).forEach(this::keep);
        newestFirst.stream().filter(this::isTagged).forEach(this::keep);
        calendar(counts.hourly(), HOUR::format);
        calendar(counts.daily(), time -> time.toLocalDate().toString());
        calendar(counts.weekly(), time -> WEEK.format(time.toLocalDate()).substring(0, WEEK_WITHOUT_DAY));
        calendar(counts.monthly(), time -> time.getYear() + "-" + time.getMonthValue());
        calendar(counts.yearly(), time -> Integer.toString(time.getYear()));
        return newestFirst.stream().filter(one -> !kept.contains(one.id())).toList();
    }

    private void keep(Snapshot snapshot) {
        kept.add(snapshot.id());
    }

    private boolean isYoung(Snapshot snapshot) {
        var within = keep.within();
        return within != null && !snapshot.createdAt().isBefore(now.minus(within));
    }

    private boolean isTagged(Snapshot snapshot) {
        return snapshot.tags().stream().anyMatch(keep.tags()::contains);
    }

    /** The newest of each period, as many periods as asked for. */
    private void calendar(int count, Function<LocalDateTime, String> period) {
        Set<String> periods = new HashSet<>();
        for (var snapshot : newestFirst) {
            var name = period.apply(LocalDateTime.ofInstant(snapshot.createdAt(), ZoneOffset.UTC));
            if (periods.size() < count && periods.add(name)) {
                keep(snapshot);
            }
        }
    }
}
