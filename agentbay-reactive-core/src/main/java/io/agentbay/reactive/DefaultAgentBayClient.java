package io.agentbay.reactive;

import io.agentbay.reactive.context.ContextOperations;
import io.agentbay.reactive.event.Activity;
import io.agentbay.reactive.event.EventPosition;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.internal.ClientAssembly;
import io.agentbay.reactive.session.SessionOperations;
import io.agentbay.reactive.snapshot.BackupOperations;
import io.agentbay.reactive.snapshot.SnapshotOperations;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The door to one assembly. */
final class DefaultAgentBayClient implements AgentBayClient {

    private final ClientAssembly assembly;
    private final Duration grace;
    private @Nullable Mono<Void> shutdown;

    DefaultAgentBayClient(ClientAssembly assembly, Duration grace) {
        this.assembly = assembly;
        this.grace = grace;
    }

    @Override
    public ContextOperations contexts() {
        return assembly.contexts();
    }

    @Override
    public SessionOperations sessions() {
        return assembly.sessions();
    }

    @Override
    public SnapshotOperations snapshots() {
        return assembly.snapshots();
    }

    @Override
    public BackupOperations backups() {
        return assembly.backups();
    }

    @Override
    public Flux<OperationEvent> events() {
        return assembly.events(null);
    }

    @Override
    public Flux<OperationEvent> events(EventPosition after) {
        return assembly.events(Objects.requireNonNull(after, "after"));
    }

    @Override
    public Activity activity() {
        return assembly.activity();
    }

    /** Shared by all who ask: there is only one end. */
    @Override
    public Mono<Void> shutdown(Duration limit) {
        Objects.requireNonNull(limit, "grace");
        if (limit.isNegative()) {
            throw new IllegalArgumentException("grace must not be negative: " + limit);
        }
        return Mono.defer(() -> first(limit));
    }

    private synchronized Mono<Void> first(Duration limit) {
        if (shutdown == null) {
            shutdown = assembly.shutdown(limit).cache();
        }
        return shutdown;
    }

    @Override
    public void close() {
        if (Schedulers.isInNonBlockingThread()) {
            throw new IllegalStateException("close() waits, and this thread must not; subscribe to shutdown(grace)");
        }
        shutdown(grace).block();
    }
}
