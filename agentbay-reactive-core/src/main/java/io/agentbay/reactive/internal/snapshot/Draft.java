package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.format.FileRecord;
import io.agentbay.reactive.internal.snapshot.format.Manifest;
import io.agentbay.reactive.internal.snapshot.format.StoredContent;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.snapshot.Snapshot.Consistency;
import io.agentbay.reactive.snapshot.SnapshotRequest;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The manifest of what was read, under whichever id it is published. */
final class Draft {

    private final SnapshotRequest request;
    private final Reading reading;
    private final Uploads uploads;
    private final Instant now;
    private @Nullable Manifest made;

    Draft(SnapshotRequest request, Reading reading, Uploads uploads, Instant now) {
        this.request = request;
        this.reading = reading;
        this.uploads = uploads;
        this.now = now;
    }

    Manifest manifest(String id) {
        List<FileRecord> files =
                reading.taken().values().stream().map(Taken::record).toList();
        var bytes = files.stream().mapToLong(FileRecord::size).sum();
        var snapshot = new Snapshot(
                id,
                request.context(),
                request.name(),
                now,
                files.size(),
                bytes,
                0,
                consistency(),
                Taking.first(reading.changed()),
                request.tags());
        made = withStored(new Manifest(snapshot, reading.tree().newest(), files));
        return made;
    }

    /** Counts what this run stored and the manifest refers to. */
    private Manifest withStored(Manifest manifest) {
        var own = uploads.stored().stream().map(StoredContent::name).collect(Collectors.toSet());
        var stored = manifest.contents().stream()
                .filter(content -> own.contains(content.name()))
                .mapToLong(StoredContent::stored)
                .sum();
        var draft = manifest.snapshot();
        var snapshot = new Snapshot(
                draft.id(),
                draft.context(),
                draft.name(),
                draft.createdAt(),
                draft.files(),
                draft.bytes(),
                stored,
                draft.consistency(),
                draft.changedWhileRead(),
                draft.tags());
        return new Manifest(snapshot, manifest.settled(), manifest.files());
    }

    private Consistency consistency() {
        if (!reading.changed().isEmpty()) {
            return Consistency.CHANGED;
        }
        return reading.tree().tellsTimes() ? Consistency.NO_CHANGE_SEEN : Consistency.UNKNOWN;
    }

    /** The one that was published. */
    Mono<Manifest> made() {
        return Mono.justOrEmpty(made);
    }
}
