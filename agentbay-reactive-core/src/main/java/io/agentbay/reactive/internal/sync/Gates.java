package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.MassDeletionException;
import io.agentbay.reactive.error.MountNotReadyException;
import io.agentbay.reactive.error.UnsavedChangesException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What must hold before a sync is begun, so that none destroys what it cannot prove to be replaceable. */
final class Gates {

    private final InitialDownload initial;
    private final Looks looks;
    private final Emptiness emptiness;
    private final UnsavedWrites writes;
    private final ConflictGate conflicts;

    Gates(InitialDownload initial, Looks looks, Emptiness emptiness, UnsavedWrites writes, KnownListings listings) {
        this.initial = initial;
        this.looks = looks;
        this.emptiness = emptiness;
        this.writes = writes;
        this.conflicts = new ConflictGate(looks, listings);
    }

    /** The plan of a mount that may be synced; an error naming what would be lost otherwise. */
    Mono<Plan> pass(MountState state, SyncJob job) {
        return Mono.defer(() -> {
            long stamp = writes.stamp();
            return job.upload() ? upload(state, job, stamp) : download(state, job, stamp);
        });
    }

    private Mono<Plan> download(MountState state, SyncJob job, long stamp) {
        List<String> written = writes.written(state.mount().path());
        if (written.isEmpty() || job.overwritesUnsaved()) {
            return job.versioned()
                    ? looks.inventory(state.mount(), Set.of()).map(held -> new Plan(state, stamp, null, held))
                    : Mono.just(new Plan(state, stamp, null, null));
        }
        return Mono.error(new UnsavedChangesException(
                "Downloading " + state.mount().path() + " would overwrite " + written.size()
                        + " files written here and not uploaded; upload first, or say overwritingUnsaved()",
                written,
                refused("download")));
    }

    private Mono<Plan> upload(MountState state, SyncJob job, long stamp) {
        return ready(state, job)
                .then(Mono.defer(() -> walk(state, job, stamp)))
                .flatMap(plan -> conflicts.pass(plan, job));
    }

    private Mono<Void> ready(MountState state, SyncJob job) {
        if (state.complete()
                || job.allowsIncompleteMount()
                || !state.mount().policy().propagatesDeletions()) {
            return Mono.empty();
        }
        return confirmed(state)
                .flatMap(ready -> ready ? Mono.fromRunnable(state::downloaded) : Mono.error(notReady(state, null)));
    }

    /**
     * A mount that was never downloaded has nothing to lose only while its context is empty; once a download
     * began, only its own end counts.
     */
    private Mono<Boolean> confirmed(MountState state) {
        return state.halfDownloaded() ? initial.glance(state) : emptiness.of(state);
    }

    static MountNotReadyException notReady(MountState state, @Nullable Throwable cause) {
        String path = state.mount().path();
        return new MountNotReadyException(
                "The last download of " + path
                        + " is not confirmed complete, and uploading it could delete what has not"
                        + " arrived; await or repeat the download, mount it keepingDeleted(), or say"
                        + " allowingIncompleteMount()",
                path,
                refused("upload").cause(cause));
    }

    private Mono<Plan> walk(MountState state, SyncJob job, long stamp) {
        boolean mirrors = state.mount().policy().propagatesDeletions()
                && !state.mount().policy().isArchived();
        boolean guards = mirrors && !job.allowsMassDeletion();
        if (!job.lists() && !(job.looksForDeletions() && guards)) {
            return Mono.just(new Plan(state, stamp, null, null));
        }
        return job.lists() ? files(state, guards, stamp) : names(state, stamp);
    }

    /** A minimum level compares sizes later; the same look serves the guard. */
    private Mono<Plan> files(MountState state, boolean guards, long stamp) {
        return looks.session(state.mount())
                .flatMap(session -> guards
                        ? looks.context(state.mount())
                                .flatMap(context -> halt(state, session.keySet(), context)
                                        .thenReturn(new Plan(state, stamp, session, null)))
                        : Mono.just(new Plan(state, stamp, session, null)));
    }

    /** From an empty context nothing can be removed. */
    private Mono<Plan> names(MountState state, long stamp) {
        return looks.context(state.mount())
                .flatMap(context -> context.isEmpty()
                        ? Mono.empty()
                        : looks.sessionNames(state.mount()).flatMap(session -> halt(state, session, context)))
                .thenReturn(new Plan(state, stamp, null, null));
    }

    private static Mono<Void> halt(MountState state, Set<String> session, Map<String, SeenFile> context) {
        int removed = (int) context.keySet().stream()
                .filter(path -> !session.contains(path))
                .count();
        if (removed * 2 <= context.size()) {
            return Mono.empty();
        }
        return Mono.error(new MassDeletionException(
                "Uploading " + state.mount().path() + " would remove " + removed + " of the " + context.size()
                        + " files its context lists; say allowingMassDeletion() if that is meant",
                removed,
                refused("upload")));
    }

    private static ErrorDetails refused(String operation) {
        return ErrorDetails.of(operation).attempts(0);
    }
}
