package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.internal.snapshot.store.ObjectStore;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A store in memory whose calls can be counted, cut off and answered by a lie. */
final class MemoryObjects implements ObjectStore {

    private record Entry(byte[] bytes, Instant modified) {}

    private final Map<String, Entry> objects = new ConcurrentSkipListMap<>();
    private final Supplier<Instant> clock;
    final List<String> calls = new ArrayList<>();

    /** Puts of these are acknowledged and forgotten. */
    Predicate<String> loses = name -> false;

    /** What listings do not show yet. */
    Predicate<String> hides = name -> false;

    /** Told before each call. */
    Runnable onCall = () -> {};

    private int crashAt = Integer.MAX_VALUE;
    private boolean crashAfter;

    MemoryObjects(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /** From the n-th call on nothing comes through; of that one itself the effect, if it is to be cut off after it. */
    void crashAt(int call, boolean after) {
        calls.clear();
        crashAt = call;
        crashAfter = after;
    }

    void recover() {
        crashAt = Integer.MAX_VALUE;
    }

    boolean crashed() {
        return calls.size() >= crashAt;
    }

    private <T> Mono<T> call(String what, Mono<T> effect) {
        return Mono.defer(() -> {
            calls.add(what);
            onCall.run();
            if (calls.size() < crashAt) {
                return effect;
            }
            return calls.size() == crashAt && crashAfter ? effect.then(Mono.error(cut())) : Mono.error(cut());
        });
    }

    private static TransportException cut() {
        return new TransportException("cut off", TransportException.Phase.RESPONSE, ErrorDetails.of("test"));
    }

    void set(String name, byte[] bytes) {
        set(name, bytes, clock.get());
    }

    void set(String name, byte[] bytes, Instant modified) {
        objects.put(name, new Entry(bytes, modified.truncatedTo(ChronoUnit.SECONDS)));
    }

    byte[] bytes(String name) {
        return objects.get(name).bytes;
    }

    List<String> names(String folder) {
        return objects.keySet().stream()
                .filter(name -> name.startsWith(folder + "/"))
                .toList();
    }

    Map<String, String> content() {
        Map<String, String> content = new ConcurrentSkipListMap<>();
        objects.forEach(
                (name, entry) -> content.put(name, java.util.HexFormat.of().formatHex(entry.bytes)));
        return content;
    }

    void remove(String name) {
        objects.remove(name);
    }

    @Override
    public Mono<Void> put(String name, Content content) {
        return call("put " + name, Streams.collect(content.bytes()).doOnNext(bytes -> {
                    if (!loses.test(name)) {
                        set(name, bytes);
                    }
                }))
                .then();
    }

    @Override
    public Mono<Void> flush() {
        return Mono.empty();
    }

    @Override
    public Flux<ByteBuffer> get(String name) {
        return call("get " + name, Mono.fromCallable(() -> objects.get(name)))
                .switchIfEmpty(Mono.error(() -> missing(name)))
                .flatMapMany(entry -> Content.of(entry.bytes).bytes());
    }

    private static NotFoundException missing(String name) {
        return new NotFoundException("no such file", NotFoundException.Kind.FILE, name, 404, ErrorDetails.of("GET"));
    }

    @Override
    public Flux<StoredObject> list(String folder) {
        return call("list " + folder, Mono.fromCallable(() -> listed(folder))).flatMapIterable(all -> all);
    }

    private List<StoredObject> listed(String folder) {
        var prefix = folder.equals("/") ? "/" : folder + "/";
        return objects.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix) && !hides.test(entry.getKey()))
                .map(entry ->
                        new StoredObject(entry.getKey(), entry.getValue().bytes.length, entry.getValue().modified))
                .toList();
    }

    @Override
    public Mono<Void> delete(String name) {
        return call("delete " + name, Mono.fromRunnable(() -> objects.remove(name)))
                .then();
    }
}
