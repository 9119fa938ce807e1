package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.ContextRef;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.snapshot.BackupOperations;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.snapshot.SnapshotRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link BackupOperations} over snapshots in companion contexts. */
public final class DefaultBackupOperations implements BackupOperations {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'backup-'yyyy-MM-dd'T'HH-mm-ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** A machine that slept notices within this long that it is late. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(15);

    private final DefaultSnapshotOperations snapshots;
    private final ClientRuntime runtime;

    public DefaultBackupOperations(DefaultSnapshotOperations snapshots, ClientRuntime runtime) {
        this.snapshots = snapshots;
        this.runtime = runtime;
    }

    @Override
    public Mono<Snapshot> daily(ContextRef context) {
        return Mono.defer(() -> list(context)
                .takeWhile(backup -> isToday(backup.createdAt()))
                .concatMap(this::ifThere, 1)
                .next()
                .onErrorComplete(VerificationFailedException.class)
                .switchIfEmpty(now(context)));
    }

    private boolean isToday(Instant time) {
        var today = runtime.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
        return time.atZone(ZoneOffset.UTC).toLocalDate().equals(today);
    }

    /** A damaged one does not count. */
    private Mono<Snapshot> ifThere(Snapshot backup) {
        return snapshots
                .verify(backup, Depth.structure())
                .thenReturn(backup)
                .onErrorComplete(VerificationFailedException.class);
    }

    @Override
    public Mono<Snapshot> now(ContextRef context) {
        Objects.requireNonNull(context, "context");
        return Mono.defer(() -> snapshots.createVerified(
                SnapshotRequest.of(context, NAME.format(runtime.clock().instant()))
                        .tag(TAG)));
    }

    @Override
    public Flux<Snapshot> list(ContextRef context) {
        return snapshots.list(context).filter(snapshot -> snapshot.tags().contains(TAG));
    }

    @Override
    public Flux<Snapshot> schedule(ContextRef context, LocalTime at, ZoneId zone) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(zone, "zone");
        return Mono.defer(() -> sleepUntil(next(at, zone)).then(now(context))).repeat();
    }

    /** The next time by this clock that is not now: a backup that took no time is not made twice. */
    private ZonedDateTime next(LocalTime at, ZoneId zone) {
        var now = runtime.clock().instant().atZone(zone);
        var today = now.with(at);
        return today.isAfter(now) ? today : now.plusDays(1).with(at);
    }

    /** In short naps, since clocks are set and machines sleep. */
    private Mono<Void> sleepUntil(ZonedDateTime time) {
        return Mono.defer(() -> {
            var left = Duration.between(runtime.clock().instant(), time.toInstant());
            if (left.isZero() || left.isNegative()) {
                return Mono.empty();
            }
            var nap = left.compareTo(LONGEST_SLEEP) < 0 ? left : LONGEST_SLEEP;
            return Mono.delay(nap, runtime.timer()).then(sleepUntil(time));
        });
    }

    @Override
    public <T> Mono<T> guard(ContextRef context, Mono<T> work) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(work, "work");
        return Mono.defer(() -> snapshots
                        .create(SnapshotRequest.of(
                                        context,
                                        "before " + NAME.format(runtime.clock().instant()))
                                .tag(EMERGENCY))
                        .flatMap(before -> work.materialize()
                                .flatMap(end -> end.isOnError()
                                        ? Mono.just(end)
                                        : forget(context, before).thenReturn(end))))
                .dematerialize();
    }

    /** The work succeeded: that its net cannot be taken away is no failure of it. */
    private Mono<Void> forget(ContextRef context, Snapshot before) {
        return snapshots.store(context).forget(before).onErrorComplete();
    }
}
