package io.agentbay.reactive.internal.sync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The two sides of a mount as plain maps from path to content. */
final class FakeSides implements SessionLooker, ContextLooker, ContextStore, UnsavedWrites {

    final Map<String, String> session = new LinkedHashMap<>();
    final Map<String, String> context = new LinkedHashMap<>();
    final Set<String> unlisted = new HashSet<>();
    final List<String> written = new ArrayList<>();
    final Map<String, Long> saved = new HashMap<>();
    final Deque<Runnable> afterLook = new ArrayDeque<>();
    boolean losesWrites;
    boolean mayHaveChanged = true;
    long stamp = 7;
    int sessionWalks;
    int contextWalks;
    int hashes;
    int heads;

    void both(String path, String content) {
        session.put(path, content);
        context.put(path, content);
    }

    @Override
    public Flux<SeenFile> walk(String directory) {
        return Flux.defer(() -> {
            sessionWalks++;
            return files(session);
        });
    }

    @Override
    public Flux<String> names(String directory) {
        return walk(directory).map(SeenFile::path);
    }

    @Override
    public Mono<Map<String, String>> sha256(String directory, List<String> paths) {
        return Mono.fromSupplier(() -> {
            Map<String, String> found = new LinkedHashMap<>(session);
            found.keySet().retainAll(paths);
            hashes += found.size();
            return found;
        });
    }

    @Override
    public Flux<SeenFile> walk(String contextId, String mountPath) {
        return Flux.defer(() -> {
            contextWalks++;
            return files(context).filter(file -> !unlisted.contains(file.path()));
        });
    }

    @Override
    public Mono<SeenFile> head(String contextId, String mountPath, String path) {
        return Mono.defer(() -> {
            heads++;
            return Mono.justOrEmpty(context.get(path)).map(content -> new SeenFile(path, content.length(), content));
        });
    }

    @Override
    public Mono<String> sha256(String contextId, String mountPath, String path) {
        return Mono.justOrEmpty(context.get(path));
    }

    @Override
    public Mono<Stored> look(String contextId, String mountPath, String path) {
        return sha256(contextId, mountPath, path)
                .map(content -> new Stored(content.length(), content))
                .doFinally(end -> {
                    var change = afterLook.poll();
                    if (change != null) {
                        change.run();
                    }
                });
    }

    @Override
    public Flux<ByteBuffer> read(String contextId, String mountPath, String path) {
        return Flux.defer(() -> Mono.justOrEmpty(context.get(path)))
                .map(content -> ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Mono<Void> write(String contextId, String mountPath, String path, long length, Flux<ByteBuffer> bytes) {
        return bytes.map(StandardCharsets.UTF_8::decode)
                .collect(Collectors.joining())
                .filter(content -> !losesWrites)
                .doOnNext(content -> context.put(path, content))
                .then();
    }

    @Override
    public Mono<Void> delete(String contextId, String mountPath, String path) {
        return Mono.fromRunnable(() -> context.remove(path));
    }

    private static Flux<SeenFile> files(Map<String, String> side) {
        return Flux.fromIterable(List.copyOf(side.entrySet()))
                .map(file -> new SeenFile(file.getKey(), file.getValue().length(), null));
    }

    @Override
    public long stamp() {
        return stamp;
    }

    @Override
    public boolean mayHaveChanged(String mountPath) {
        return mayHaveChanged;
    }

    @Override
    public long bytes(String mountPath) {
        return 100L * written(mountPath).size();
    }

    @Override
    public List<String> written(String mountPath) {
        return List.copyOf(written);
    }

    @Override
    public void saved(String mountPath, long upTo) {
        saved.put(mountPath, upTo);
    }
}
