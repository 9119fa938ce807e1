package io.agentbay.reactive.internal.sync;

import static io.agentbay.reactive.internal.sync.DefaultSyncRounds.between;

import io.agentbay.reactive.common.MountOutcome.State;
import io.agentbay.reactive.internal.sync.Levels.Reached;
import io.agentbay.reactive.internal.sync.UnchangedCheck.Unchanged;
import io.agentbay.reactive.internal.wire.SyncWire.Direction;
import io.agentbay.reactive.sync.SyncReport;
import io.agentbay.reactive.sync.SyncReport.Match;
import io.agentbay.reactive.sync.SyncReport.MountReport;
import io.agentbay.reactive.sync.SyncReport.Phases;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes reports: of one mount, and of several together. */
final class Reports {

    private Reports() {}

    /** When a mount's sync began and ended, monotonic. */
    record Clock(long began, long ended) {
        Duration elapsed() {
            return between(began, ended);
        }
    }

    static SyncReport confirmed(
            SyncRounds.Key key,
            Evidence evidence,
            Reached reached,
            Tallies tallies,
            @Nullable String version,
            Clock clock) {
        var mount = new MountReport(
                Outcomes.outcome(key, State.SYNCED, reached.level(), null),
                tallies.files(),
                tallies.bytes(),
                Instant.ofEpochSecond(evidence.task().startTime()),
                Instant.ofEpochSecond(evidence.task().finishTime()),
                evidence.match(),
                reached.coverage(),
                version);
        var phases = new Phases(
                between(clock.began(), evidence.triggeredAt()),
                between(Math.max(clock.began(), evidence.triggeredAt()), evidence.seenAt()),
                between(evidence.seenAt(), evidence.endedAt()),
                between(evidence.endedAt(), clock.ended()));
        return new SyncReport(direction(key.direction()), List.of(mount), phases, clock.elapsed(), evidence.polls());
    }

    static SyncReport unchanged(
            SyncRounds.Key key, State state, Unchanged proof, @Nullable String version, Clock clock) {
        var mount = new MountReport(
                Outcomes.outcome(key, state, proof.level(), null),
                Tallies.UNKNOWN.files(),
                Tallies.UNKNOWN.bytes(),
                null,
                null,
                Match.NO_TASK,
                proof.coverage(),
                version);
        var phases = new Phases(Duration.ZERO, Duration.ZERO, Duration.ZERO, clock.elapsed());
        return new SyncReport(direction(key.direction()), List.of(mount), phases, clock.elapsed(), 0);
    }

    /** Several mounts, or none, in one report. */
    static SyncReport together(Direction direction, List<SyncReport> reports, Duration elapsed) {
        return new SyncReport(
                direction(direction),
                reports.stream().flatMap(report -> report.mounts().stream()).toList(),
                new Phases(
                        longest(reports, Phases::trigger),
                        longest(reports, Phases::queue),
                        longest(reports, Phases::transfer),
                        longest(reports, Phases::confirm)),
                elapsed,
                reports.stream().mapToInt(SyncReport::polls).sum());
    }

    private static Duration longest(List<SyncReport> reports, Function<Phases, Duration> part) {
        return reports.stream()
                .map(report -> part.apply(report.phases()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static SyncReport.Direction direction(Direction wire) {
        return wire == Direction.UPLOAD ? SyncReport.Direction.UPLOAD : SyncReport.Direction.DOWNLOAD;
    }
}
