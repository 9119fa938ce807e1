package io.agentbay.reactive.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.internal.context.KnownStores;
import io.agentbay.reactive.internal.event.SilentOperations;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.snapshot.BackupOperations;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.snapshot.SnapshotRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class DefaultBackupOperationsTests {

    private final Lab lab = new Lab();
    private final DefaultSnapshotOperations snapshots = DefaultSnapshotOperations.of(new SnapshotWorld(
            lab.runtime,
            new SilentOperations(),
            JsonCodec.lenient(),
            LabContexts.any(),
            id -> new LabFiles(id.equals(Lab.CONTEXT) ? lab.source : lab.store),
            id -> false,
            id -> false,
            new KnownStores()));
    private final BackupOperations backups = new DefaultBackupOperations(snapshots, lab.runtime);

    @Test
    void todaysBackupIsTakenOnceWhileItIsWhole() {
        lab.file("/mnt/a", 300_000);
        var first = lab.get(backups.daily(Lab.CONTEXT));

        assertThat(lab.get(backups.daily(Lab.CONTEXT))).isEqualTo(first);
        lab.store.names("/agentbay-snapshots/objects").forEach(lab.store::remove);
        var again = lab.get(backups.daily(Lab.CONTEXT));

        assertThat(again.id()).isNotEqualTo(first.id());
        assertThat(lab.restored(again.id()).content()).isEqualTo(lab.source.content());
        lab.runtime.advance(Duration.ofDays(1));
        assertThat(lab.get(backups.daily(Lab.CONTEXT)).id()).isNotEqualTo(again.id());
    }

    @Test
    void onlyBackupsOfThisContextAreListed() {
        lab.file("/mnt/a", 10);
        lab.get(snapshots.create(SnapshotRequest.of(Lab.CONTEXT, "backup-2026-01-01")));
        var backup = lab.get(backups.now(Lab.CONTEXT));

        assertThat(lab.get(backups.list(Lab.CONTEXT).collectList())).containsExactly(backup);
    }

    @Test
    void theScheduleFollowsTheClockOfItsZone() {
        lab.file("/mnt/a", 10);
        List<Instant> times = new ArrayList<>();
        var zone = ZoneId.of("Europe/Berlin");
        var nights = backups.schedule(Lab.CONTEXT, LocalTime.of(3, 0), zone)
                .map(Snapshot::createdAt)
                .doOnNext(times::add)
                .subscribe();

        for (var hour = 0; hour < 50; hour++) {
            lab.runtime.advance(Duration.ofHours(1));
        }
        nights.dispose();

        assertThat(times)
                .hasSize(2)
                .allSatisfy(time ->
                        assertThat(time.atZone(zone).toLocalTime()).isBetween(LocalTime.of(3, 0), LocalTime.of(3, 1)));
    }

    /** On 28 March 2027 it is never half past two in Berlin, on 31 October twice. */
    @Test
    void aTimeThatADayDoesNotHaveIsTakenLaterAndOneItHasTwiceOnce() {
        assertThat(nights(Instant.parse("2027-03-27T12:00:00Z")))
                .containsExactly("2027-03-28T03:30", "2027-03-29T02:30", "2027-03-30T02:30");
        assertThat(nights(Instant.parse("2027-10-30T12:00:00Z")))
                .containsExactly("2027-10-31T02:30", "2027-11-01T02:30", "2027-11-02T02:30");
    }

    /** When backups were taken in three days from then, by the clocks of Berlin. */
    private List<String> nights(Instant from) {
        var berlin = ZoneId.of("Europe/Berlin");
        lab.runtime.advance(Duration.between(lab.runtime.clock().instant(), from));
        lab.file("/mnt/a", 10);
        List<String> times = new ArrayList<>();
        var nights = backups.schedule(Lab.CONTEXT, LocalTime.of(2, 30), berlin)
                .map(night -> night.createdAt().atZone(berlin).toLocalDateTime())
                .subscribe(
                        time -> times.add(time.truncatedTo(ChronoUnit.MINUTES).toString()));
        for (var hour = 0; hour < 72; hour++) {
            lab.runtime.advance(Duration.ofHours(1));
        }
        nights.dispose();
        return times;
    }

    @Test
    void aNightThatFailsIsAnErrorAndTheNextOneIsWaitedFor() {
        List<Snapshot> taken = new ArrayList<>();
        lab.file("/mnt/a", 10);
        lab.store.crashAt(1, false);
        var nights = backups.schedule(Lab.CONTEXT, LocalTime.of(3, 0), ZoneOffset.UTC)
                .doOnError(error -> lab.store.recover())
                .retry(1)
                .doOnNext(taken::add)
                .subscribe();

        lab.runtime.advance(Duration.ofDays(1));
        assertThat(taken).isEmpty();
        lab.runtime.advance(Duration.ofDays(1));
        nights.dispose();

        assertThat(taken).hasSize(1);
    }

    @Test
    void theNetIsTakenAwayAfterGoodWorkAndStaysAfterBad() {
        lab.file("/mnt/a", 10);

        assertThat(lab.get(backups.guard(Lab.CONTEXT, Mono.just("done")))).isEqualTo("done");
        assertThat(lab.manifests()).isEmpty();
        lab.get(backups.guard(Lab.CONTEXT, Mono.empty()).thenReturn("empty"));
        assertThat(lab.manifests()).isEmpty();

        var failed = backups.guard(Lab.CONTEXT, Mono.error(new IllegalStateException("mine")));
        assertThat(lab.get(failed.thenReturn("").onErrorResume(error -> Mono.just(error.getMessage()))))
                .isEqualTo("mine");
        assertThat(lab.manifests())
                .singleElement()
                .satisfies(
                        manifest -> assertThat(manifest.snapshot().tags()).containsExactly(BackupOperations.EMERGENCY));
    }
}
