package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.SyncTicket;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.file.FileStore;
import io.agentbay.reactive.sync.DownloadRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncOperations;
import io.agentbay.reactive.sync.SyncReport;
import io.agentbay.reactive.sync.UploadRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The syncs of one session handle, behind its gate. */
public final class DefaultSyncOperations implements SyncOperations {

    private final SessionSync sync;
    private final List<Mount> mounts;
    private final FileStore files;
    private final Gate gate;

    /** Lets work through while the session is open, and counts it as in flight. */
    public interface Gate {
        <T> Mono<T> guard(Mono<T> work);
    }

    public DefaultSyncOperations(SessionSync sync, List<Mount> mounts, FileStore files, Gate gate) {
        this.sync = sync;
        this.mounts = List.copyOf(mounts);
        this.files = files;
        this.gate = gate;
    }

    @Override
    public Mono<SyncReport> upload() {
        return upload(UploadRequest.all());
    }

    @Override
    public Mono<SyncReport> upload(UploadRequest request) {
        return gate.guard(sync.upload(Objects.requireNonNull(request, "request")));
    }

    @Override
    public Mono<SyncReport> download() {
        return download(DownloadRequest.all());
    }

    @Override
    public Mono<SyncReport> download(DownloadRequest request) {
        return gate.guard(sync.download(Objects.requireNonNull(request, "request")));
    }

    @Override
    public Mono<SyncReport> resume(SyncTicket ticket) {
        return gate.guard(sync.resume(Objects.requireNonNull(ticket, "ticket")));
    }

    @Override
    public Mono<SyncReport> persist(String path, String text) {
        Objects.requireNonNull(text, "text");
        return persist(path, store -> store.write(path, text));
    }

    @Override
    public Mono<SyncReport> persist(String path, Content content) {
        Objects.requireNonNull(content, "content");
        return persist(path, store -> store.write(path, content));
    }

    @Override
    public Mono<Void> awaitReady(String mountPath) {
        Objects.requireNonNull(mountPath, "mountPath");
        return gate.guard(Mono.defer(() -> sync.awaitReady(mountAt(mountPath))));
    }

    private Mono<SyncReport> persist(String path, Function<FileStore, Mono<Void>> write) {
        Objects.requireNonNull(path, "path");
        return gate.guard(Mono.defer(() -> {
            Mount mount = mountFor(path);
            return write.apply(files)
                    .then(Mono.defer(
                            () -> sync.upload(UploadRequest.of(mount.path()).verified())));
        }));
    }

    /** The innermost mount a path is under. */
    private Mount mountFor(String path) {
        return mounts.stream()
                .filter(mount -> mount.contains(path))
                .max(Comparator.comparingInt(mount -> mount.path().length()))
                .filter(mount -> mount.policy().uploads())
                .orElseThrow(() -> refused("persist", path + " is under no mount that uploads: " + mounts));
    }

    private Mount mountAt(String path) {
        return mounts.stream()
                .filter(mount -> mount.path().equals(path))
                .findFirst()
                .orElseThrow(() -> refused("awaitReady", "The session mounts nothing at " + path + ": " + mounts));
    }

    private static InvalidRequestException refused(String operation, String why) {
        return new InvalidRequestException(why, 0, ErrorDetails.of(operation).attempts(0));
    }
}
