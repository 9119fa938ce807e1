package io.agentbay.reactive.local.snapshot;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.context.ContextFiles;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.snapshot.SnapshotOperations;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/** A service, its client and one context with files to take snapshots of. */
final class SnapshotBench implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final Random random = new Random(1);
    private final AgentBayLocal local;
    private final AgentBayContext context;

    SnapshotBench(Path data) {
        local = AgentBayLocal.start(data);
        context = wait(client().contexts().getOrCreate("my-project"));
    }

    AgentBayLocal local() {
        return local;
    }

    AgentBayClient client() {
        return local.client();
    }

    AgentBayContext context() {
        return context;
    }

    SnapshotOperations snapshots() {
        return client().snapshots();
    }

    private ContextFiles files() {
        return client().contexts().files(context);
    }

    Snapshot create(String name) {
        return wait(snapshots().create(context, name));
    }

    byte[] bytes(int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    void write(String path, int size) {
        write(path, bytes(size));
    }

    void write(String path, byte[] bytes) {
        files().write(path, Content.of(bytes)).block(LIMIT);
    }

    void delete(String path) {
        files().delete(path).block(LIMIT);
    }

    byte[] read(String path) {
        return files().read(path)
                .reduceWith(ByteArrayOutputStream::new, (out, piece) -> {
                    var copy = new byte[piece.remaining()];
                    piece.get(copy);
                    out.writeBytes(copy);
                    return out;
                })
                .map(ByteArrayOutputStream::toByteArray)
                .block(LIMIT);
    }

    /** Everything in the context, the bytes as hex. */
    Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        files().walk("/", Selector.all())
                .filter(FileEntry::isFile)
                .collectList()
                .block(LIMIT)
                .forEach(file -> content.put(file.path(), HexFormat.of().formatHex(read(file.path()))));
        return content;
    }

    void forgetRequests() {
        local.reset();
    }

    List<AgentBayLocal.Request> requests() {
        return local.requests();
    }

    <T> T wait(Mono<T> work) {
        return work.block(LIMIT);
    }

    @Override
    public void close() {
        local.close();
    }
}
