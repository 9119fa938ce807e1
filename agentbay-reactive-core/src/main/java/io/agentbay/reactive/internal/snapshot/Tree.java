package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.store.ObjectStore;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A listing of a source.
 *
 * @param files by path
 * @param answeredAt when its answer was complete, by our monotonic clock
 */
record Tree(Map<String, StoredObject> files, long answeredAt) {

    static Mono<Tree> of(ObjectStore source, LongSupplier nanos) {
        return source.list("/").collectList().map(listed -> of(listed, nanos.getAsLong()));
    }

    private static Tree of(List<StoredObject> listed, long nanos) {
        Map<String, StoredObject> files = new TreeMap<>();
        listed.forEach(file -> files.put(file.name(), file));
        return new Tree(files, nanos);
    }

    /** The latest time listed: the source's clock had come that far when it answered. Null when no time is listed. */
    @Nullable
    Instant newest() {
        return files.values().stream()
                .map(StoredObject::modified)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    boolean tellsTimes() {
        return files.values().stream().allMatch(file -> file.modified() != null);
    }

    long bytes() {
        return files.values().stream().mapToLong(StoredObject::size).sum();
    }

    /** What is not the same in another listing, either way. */
    Set<String> changes(Tree other) {
        Set<String> paths = new TreeSet<>(files.keySet());
        paths.addAll(other.files.keySet());
        paths.removeIf(path -> Objects.equals(files.get(path), other.files.get(path)));
        return paths;
    }
}
