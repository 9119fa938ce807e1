package io.agentbay.reactive.internal;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.context.ContextOperations;
import io.agentbay.reactive.event.Activity;
import io.agentbay.reactive.event.EventPosition;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.internal.context.DefaultContextOperations;
import io.agentbay.reactive.internal.context.KnownStores;
import io.agentbay.reactive.internal.event.DefaultOperations;
import io.agentbay.reactive.internal.file.FileSystems;
import io.agentbay.reactive.internal.file.Watches;
import io.agentbay.reactive.internal.http.PlainHttp;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.pipeline.DefaultCallPipeline;
import io.agentbay.reactive.internal.pipeline.PipelineParts;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.session.DefaultSessionOperations;
import io.agentbay.reactive.internal.session.SessionWorld;
import io.agentbay.reactive.internal.snapshot.DefaultBackupOperations;
import io.agentbay.reactive.internal.snapshot.DefaultSnapshotOperations;
import io.agentbay.reactive.internal.snapshot.SnapshotWorld;
import io.agentbay.reactive.internal.sync.DefaultSessionSyncFactory;
import io.agentbay.reactive.internal.sync.Polls;
import io.agentbay.reactive.internal.tool.SessionSocket;
import io.agentbay.reactive.internal.tool.ToolGateway;
import io.agentbay.reactive.internal.wire.Wires;
import io.agentbay.reactive.observability.ClientMeter;
import io.agentbay.reactive.observability.ClientMeters;
import io.agentbay.reactive.session.SessionOperations;
import io.agentbay.reactive.snapshot.BackupOperations;
import io.agentbay.reactive.snapshot.SnapshotOperations;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One client, put together from its parts: which runtime, which transport and which limits are the caller's choice, so
 * that a simulation can own every source of chance.
 */
public final class ClientAssembly {

    private final ClosablePipeline pipeline;
    private final ClientMeters meters;
    private final DefaultOperations operations;
    private final ContextOperations contexts;
    private final DefaultSessionOperations sessions;
    private final DefaultSnapshotOperations snapshots;
    private final BackupOperations backups;
    private final Mono<Void> release;

    private ClientAssembly(PipelineParts parts, URI endpoint, @Nullable String region, Mono<Void> release) {
        var runtime = parts.runtime();
        var json = JsonCodec.lenient();
        this.release = release;
        this.pipeline = new ClosablePipeline(new DefaultCallPipeline(parts));
        this.meters = parts.meters();
        this.operations = new DefaultOperations(runtime, meters.operations(), parts.observations());
        var wires = Wires.of(pipeline, runtime, json, endpoint, region);
        var timeouts = parts.options().timeouts();
        var stores = new KnownStores();
        var files = new FileSystems(
                wires.contexts(),
                wires.sync(),
                pipeline,
                runtime,
                operations,
                parts.options().maxTextBytes());
        var syncs = new DefaultSessionSyncFactory(
                runtime, wires.sync(), files.contextLooker(), files.contextStore(), operations, parts.options());
        this.contexts = new DefaultContextOperations(
                wires.contexts(),
                operations,
                runtime,
                timeouts.sync(),
                id -> {
                    syncs.writes(id);
                    return files.filesOf(id, () -> isMountedAsArchive(id));
                },
                stores);
        this.sessions = DefaultSessionOperations.of(new SessionWorld(
                runtime,
                wires.sessions(),
                wires.sync(),
                wires.tools(),
                syncs,
                gateway -> new InsideParts(
                        gateway, files.of(gateway), wires.tools(), watches(gateway, syncs.polls(), runtime)),
                operations,
                meters.operations(),
                timeouts,
                json,
                PlainHttp.isLoopback(endpoint) || parts.options().honoursPatterns(),
                stores::contains));
        this.snapshots = DefaultSnapshotOperations.of(new SnapshotWorld(
                runtime,
                operations,
                json,
                contexts,
                id -> {
                    syncs.writes(id.value());
                    return files.silent().filesOf(id.value());
                },
                sessions::mounts,
                sessions::mountedAsArchive,
                stores));
        this.backups = new DefaultBackupOperations(snapshots, runtime);
        sessions.show(meters);
        meters.gauge(ClientMeter.EVENT_SUBSCRIBERS, operations::subscribers);
    }

    private boolean isMountedAsArchive(String contextId) {
        return sessions.mountedAsArchive(ContextId.of(contextId));
    }

    private Watches watches(ToolGateway gateway, Polls polls, ClientRuntime runtime) {
        var target = gateway.socket();
        return new Watches(
                gateway, target == null ? null : new SessionSocket(target, pipeline, runtime), polls, runtime);
    }

    /**
     * Assembles a client.
     *
     * @param endpoint where the service is, without a path
     * @param region sent where something is created; null for none
     * @param release frees what the caller made for this client: transport, runtime
     */
    public static ClientAssembly of(PipelineParts parts, URI endpoint, @Nullable String region, Mono<Void> release) {
        return new ClientAssembly(parts, endpoint, region, release);
    }

    public ContextOperations contexts() {
        return contexts;
    }

    public SessionOperations sessions() {
        return sessions;
    }

    public SnapshotOperations snapshots() {
        return snapshots;
    }

    public BackupOperations backups() {
        return backups;
    }

    public Flux<OperationEvent> events(@Nullable EventPosition after) {
        return Flux.defer(() -> pipeline.isClosed() ? Flux.empty() : operations.events(after));
    }

    public Activity activity() {
        return operations.activity();
    }

    /** Saves and closes what is owned, then frees everything, whatever became of the saving. */
    public Mono<Void> shutdown(Duration grace) {
        return sessions.shutdown(grace)
                .onErrorResume(unsaved -> end().then(Mono.error(unsaved)))
                .switchIfEmpty(end());
    }

    private Mono<Void> end() {
        return Mono.fromRunnable(() -> {
                    pipeline.close();
                    operations.complete();
                    meters.close();
                })
                .then(release);
    }
}
