package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.internal.snapshot.format.FileRecord;
import io.agentbay.reactive.internal.snapshot.format.Manifest;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Two manifests side by side, by the hashes in them. */
final class Comparing {

    private Comparing() {}

    static Flux<Difference> of(Manifest left, Manifest right) {
        return Flux.defer(() -> {
            var before = byPath(left);
            var after = byPath(right);
            var paths = new TreeSet<>(before.keySet());
            paths.addAll(after.keySet());
            return Flux.fromIterable(paths).mapNotNull(path -> difference(path, before.get(path), after.get(path)));
        });
    }

    private static Map<String, FileRecord> byPath(Manifest manifest) {
        Map<String, FileRecord> files = new TreeMap<>();
        manifest.files().forEach(file -> files.put(file.path(), file));
        return files;
    }

    private static @Nullable Difference difference(String path, @Nullable FileRecord left, @Nullable FileRecord right) {
        if (left == null) {
            return right == null ? null : new Difference(path, Difference.Kind.ONLY_RIGHT, null, right.size());
        }
        if (right == null) {
            return new Difference(path, Difference.Kind.ONLY_LEFT, left.size(), null);
        }
        return left.sha256().equals(right.sha256())
                ? null
                : new Difference(path, Difference.Kind.DIFFERENT, left.size(), right.size());
    }
}
