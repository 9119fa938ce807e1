package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.SyncTicket;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.file.FileStore;
import io.agentbay.reactive.internal.event.Operations;
import io.agentbay.reactive.sync.ConflictRule;
import io.agentbay.reactive.sync.DownloadRequest;
import io.agentbay.reactive.sync.MergeReport;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncReport;
import io.agentbay.reactive.sync.UploadRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The sync state of one session, and what may be asked of it. */
final class DefaultSessionSync implements SessionSync {

    private final MountTools tools;
    private final MergeTools merges;
    private final Operations operations;
    private final Gates gates;
    private final InitialDownload initial;
    private final Emptiness emptiness;
    private final Selection selection;
    private final List<Mount> mounts;
    private final Map<String, MountState> states = new ConcurrentHashMap<>();

    DefaultSessionSync(
            MountTools tools,
            MergeTools merges,
            Operations operations,
            Gates gates,
            InitialDownload initial,
            Emptiness emptiness,
            List<Mount> mounts) {
        this.tools = tools;
        this.merges = merges;
        this.operations = operations;
        this.gates = gates;
        this.initial = initial;
        this.emptiness = emptiness;
        this.selection = new Selection(mounts);
        this.mounts = mounts;
        mounts.forEach(mount -> states.put(mount.path(), emptiness.begin(mount)));
    }

    @Override
    public SyncRounds rounds() {
        return tools.rounds();
    }

    @Override
    public Mono<SyncReport> upload(UploadRequest request) {
        return sync(SyncJob.of(request));
    }

    @Override
    public Mono<SyncReport> download(DownloadRequest request) {
        return sync(SyncJob.of(request));
    }

    @Override
    public Mono<SyncReport> persist(Mount mount, String file) {
        return sync(SyncJob.persisting(mount.path(), file));
    }

    @Override
    public Mono<SyncReport> resume(SyncTicket ticket) {
        Ticket read = Ticket.parse(ticket);
        if (!read.sessionId().equals(tools.parts().sessionId())) {
            throw new IllegalArgumentException("The sync ticket is of session " + read.sessionId() + ", not of "
                    + tools.parts().sessionId());
        }
        read.waits().forEach(wait -> state(wait.path()));
        return run(SyncJob.of(read), run -> run.resume(read, this::state));
    }

    @Override
    public Mono<MergeReport> merge(ConflictRule rule, FileStore files) {
        return Mono.defer(() -> {
            List<MountState> chosen = MergeSelection.of(selection.ordered(this::state), rule);
            return operations.run(
                    mergeOf(chosen),
                    report -> report,
                    progress -> new MergeRun(merges, files, rule, progress).run(chosen));
        });
    }

    private Operations.Spec mergeOf(List<MountState> chosen) {
        Mount only = chosen.size() == 1 ? chosen.get(0).mount() : null;
        return new Operations.Spec(
                Operation.Kind.MERGE,
                tools.parts().sessionId(),
                only == null ? null : only.context().value(),
                only == null ? null : only.path());
    }

    @Override
    public Mono<Void> awaitReady(Mount mount) {
        MountState state = state(mount.path());
        return Mono.defer(() -> initial.await(state));
    }

    @Override
    public Mono<Void> fill(Mount mount) {
        MountState state = state(mount.path());
        return initial.begins(state)
                .flatMap(begins -> begins
                        ? initial.await(state)
                        : download(DownloadRequest.of(mount.path())).then());
    }

    @Override
    public Mono<SyncReport> uploadAtClose(List<Mount> mounts) {
        SyncJob job = SyncJob.atClose();
        if (mounts.isEmpty()) {
            return Mono.fromSupplier(() -> Reports.together(job.direction(), List.of(), Duration.ZERO));
        }
        return Flux.fromIterable(mounts)
                .map(mount -> state(mount.path()))
                .concatMap(state -> readyToClose(state).thenReturn(state))
                .collectList()
                .flatMap(chosen -> run(job, run -> run.run(chosen)));
    }

    /** At a close there is time to wait for what an upload in between would be refused for. */
    private Mono<Void> readyToClose(MountState state) {
        return state.mount().policy().propagatesDeletions()
                ? initial.await(state).onErrorMap(error -> Gates.notReady(state, error))
                : Mono.empty();
    }

    private Mono<SyncReport> sync(SyncJob job) {
        return run(
                job,
                run -> run.run(selection.of(job).stream()
                        .map(mount -> state(mount.path()))
                        .toList()));
    }

    private Mono<SyncReport> run(SyncJob job, Function<SyncRun, Mono<SyncReport>> work) {
        return Mono.deferContextual(context -> {
            Deadline deadline = Deadline.begin(tools.parts().runtime(), job.deadline(), context);
            return work.apply(new SyncRun(tools, operations, gates, job, deadline));
        });
    }

    private MountState state(String path) {
        return states.computeIfAbsent(path, this::newState);
    }

    private MountState newState(String path) {
        return mounts.stream()
                .filter(mount -> mount.path().equals(path))
                .findFirst()
                .map(emptiness::begin)
                .orElseThrow(() -> new IllegalArgumentException("The session mounts nothing at " + path + ", only at "
                        + mounts.stream().map(Mount::path).toList()));
    }
}
