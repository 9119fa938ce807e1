package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.file.SessionFiles;
import io.agentbay.reactive.internal.event.DefaultOperations;
import io.agentbay.reactive.internal.runtime.DefaultClientRuntime;
import io.agentbay.reactive.internal.sync.SyncRounds;
import io.agentbay.reactive.internal.wire.SessionWire;
import io.agentbay.reactive.internal.wire.SyncWire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** One session's files over a real directory, a store in memory, and syncs that copy between the two. */
final class Bench implements SyncWire, SyncRounds, AutoCloseable {

    final DiskSandbox sandbox = new DiskSandbox();
    final MemoryStore store = new MemoryStore();
    final DefaultClientRuntime runtime = DefaultClientRuntime.create(Clock.systemUTC());
    final List<Key> synced = new CopyOnWriteArrayList<>();
    final String home;
    boolean hasContext = true;

    /** What the next question for the transfer context fails with. */
    @Nullable
    RuntimeException contextFailure;

    Mono<Void> beforeSync = Mono.empty();
    final SessionFileSystem system;
    final SessionFiles files;

    Bench(Path directory) throws IOException {
        this.home = Files.createDirectories(directory.resolve("session")).toString();
        var systems = new FileSystems(store, this, store, runtime, new DefaultOperations(runtime), 8 << 20);
        this.system = systems.of(sandbox);
        this.files = system.files(this, new Watches(sandbox, null, Mono::empty, runtime));
    }

    String transfer() {
        return home + "-transfer";
    }

    Path path(String relative) {
        return Path.of(home, relative);
    }

    @Override
    public Mono<List<InternalContext>> internalContexts(String sessionId, List<String> types) {
        return Mono.fromSupplier(() -> {
            store.journal.add("internalContexts");
            failOnce();
            return hasContext ? List.of(new InternalContext("c-transfer", transfer() + "/", types.get(0))) : List.of();
        });
    }

    private void failOnce() {
        var failure = contextFailure;
        contextFailure = null;
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public Mono<Accepted> run(Key key, @Nullable Duration deadline) {
        return beforeSync
                .then(Mono.fromRunnable(() -> bring(key)).subscribeOn(Schedulers.boundedElastic()))
                .thenReturn(new Accepted(key, 1, 1, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1));
    }

    private void bring(Key key) {
        synced.add(key);
        store.objects.forEach((path, bytes) -> {
            if (path.startsWith(key.path())) {
                write(Path.of(path), bytes);
            }
        });
    }

    private static void write(Path path, byte[] bytes) {
        try {
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void settle() {
        runtime.background().idle().block(Duration.ofMinutes(1));
    }

    @Override
    public void close() {
        settle();
        runtime.close().block(Duration.ofMinutes(1));
    }

    @Override
    public Mono<Void> trigger(String sessionId, String contextId, String path, Direction direction) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<List<SyncTask>> tasks(String sessionId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Void> bind(String sessionId, List<SessionWire.MountData> mounts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<List<BoundContext>> bindings(String sessionId) {
        throw new UnsupportedOperationException();
    }
}
