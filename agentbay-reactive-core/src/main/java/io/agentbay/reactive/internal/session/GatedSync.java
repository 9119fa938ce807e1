package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.SyncTicket;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.Progress.Phase;
import io.agentbay.reactive.internal.event.Operations;
import io.agentbay.reactive.internal.event.ProgressSink;
import io.agentbay.reactive.sync.Binding;
import io.agentbay.reactive.sync.ConflictRule;
import io.agentbay.reactive.sync.DownloadRequest;
import io.agentbay.reactive.sync.MergeReport;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncOperations;
import io.agentbay.reactive.sync.SyncReport;
import io.agentbay.reactive.sync.UploadRequest;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Syncs of a session behind its gate, with the session kept alive while one is open. */
final class GatedSync implements SyncOperations {

    private final SessionRuntime session;
    private final KeepAlive keepAlive;
    private final Binder binder;
    private final Operations operations;

    GatedSync(SessionRuntime session, KeepAlive keepAlive, Binder binder, Operations operations) {
        this.session = session;
        this.keepAlive = keepAlive;
        this.binder = binder;
        this.operations = operations;
    }

    @Override
    public Mono<SyncReport> upload() {
        return upload(UploadRequest.all());
    }

    @Override
    public Mono<SyncReport> upload(UploadRequest request) {
        Objects.requireNonNull(request, "request");
        return open(Mono.defer(() -> session.sync().upload(request)));
    }

    @Override
    public Mono<SyncReport> download() {
        return download(DownloadRequest.all());
    }

    @Override
    public Mono<SyncReport> download(DownloadRequest request) {
        Objects.requireNonNull(request, "request");
        return open(Mono.defer(() -> session.sync().download(request)));
    }

    @Override
    public Mono<MergeReport> merge(ConflictRule rule) {
        Objects.requireNonNull(rule, "rule");
        return open(Mono.defer(() -> session.sync().merge(rule, session.files())));
    }

    @Override
    public Mono<SyncReport> resume(SyncTicket ticket) {
        Objects.requireNonNull(ticket, "ticket");
        return open(session.sync().resume(ticket));
    }

    @Override
    public Mono<SyncReport> persist(String path, String text) {
        return persist(path, Content.of(text));
    }

    @Override
    public Mono<SyncReport> persist(String path, Content content) {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(content, "content");
        return open(mount(mount -> mount.contains(path), path)
                .map(mount -> PersistTarget.of(mount, path))
                .flatMap(target -> operations.run(
                        new Operations.Spec(
                                Operation.Kind.PERSIST,
                                session.id().value(),
                                target.mount().context().value(),
                                path),
                        report -> report,
                        progress -> persist(target, content, progress))));
    }

    private Mono<SyncReport> persist(PersistTarget target, Content content, ProgressSink progress) {
        progress.update(now -> now.withPhase(Phase.TRANSFERRING));
        return session.files().write(target.path(), content).then(Mono.defer(() -> {
            progress.update(now -> now.withPhase(Phase.CONFIRMING));
            return session.sync().persist(target.mount(), target.file());
        }));
    }

    @Override
    public Mono<Void> awaitReady(String mountPath) {
        Objects.requireNonNull(mountPath, "mountPath");
        return open(mount(mount -> mount.path().equals(mountPath), mountPath).flatMap(session.sync()::awaitReady));
    }

    /** It passes the gate by itself, because it goes on when nobody waits any more. */
    @Override
    public Mono<Binding> bind(Mount mount) {
        return binder.bind(session, Objects.requireNonNull(mount, "mount"));
    }

    @Override
    public Flux<Binding> bindings() {
        return open(binder.list(session).collectList()).flatMapIterable(all -> all);
    }

    private <T> Mono<T> open(Mono<T> work) {
        return session.gate().pass(keepAlive.during(session, work));
    }

    private Mono<Mount> mount(Predicate<Mount> fits, String path) {
        return Mono.defer(() -> session.mounts().stream()
                .filter(fits)
                .max(Comparator.comparingInt(mount -> mount.path().length()))
                .map(Mono::just)
                .orElseGet(() -> Mono.error(noMount(path))));
    }

    private InvalidRequestException noMount(String path) {
        return new InvalidRequestException(
                "No mount of session " + session.id() + " fits " + path + "; its mounts are " + session.mounts(),
                0,
                ErrorDetails.of("sync").attempts(0));
    }
}
