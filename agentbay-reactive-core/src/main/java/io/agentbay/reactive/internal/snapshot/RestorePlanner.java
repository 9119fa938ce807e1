package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.format.FileRecord;
import io.agentbay.reactive.internal.snapshot.format.Manifest;
import io.agentbay.reactive.internal.snapshot.store.ObjectStore;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import io.agentbay.reactive.snapshot.RestoreRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Compares a snapshot with a target: by size, else by hash. Not by time, even in the source itself: a listing that lags
 * shows as it was what was overwritten a moment ago, and that is what is to be brought back.
 */
final class RestorePlanner {

    private final RestoreRequest request;
    private final Manifest manifest;
    private final ObjectStore target;

    RestorePlanner(RestoreRequest request, Manifest manifest, ObjectStore target) {
        this.request = request;
        this.manifest = manifest;
        this.target = target;
    }

    Mono<RestorePlan> plan() {
        return target.list(folder())
                .filter(there -> isWanted(there.name()))
                .collectMap(StoredObject::name)
                .flatMap(this::compare);
    }

    /** What holds the sub-path, which may be a file. */
    private String folder() {
        var path = request.subPath();
        var slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    private boolean isWanted(String path) {
        var wanted = request.subPath();
        return wanted.equals("/") || path.equals(wanted) || path.startsWith(wanted + "/");
    }

    private Mono<RestorePlan> compare(Map<String, StoredObject> there) {
        var wanted =
                manifest.files().stream().filter(file -> isWanted(file.path())).toList();
        return Flux.fromIterable(wanted)
                .flatMapSequential(file -> compare(file, there.get(file.path())), Limits.FILES_AT_ONCE, 1)
                .collectList()
                .map(compared -> plan(compared, extras(wanted, there)));
    }

    private List<StoredObject> extras(List<FileRecord> wanted, Map<String, StoredObject> there) {
        Map<String, StoredObject> extras = new HashMap<>(there);
        wanted.forEach(file -> extras.remove(file.path()));
        return request.deletesExtras() ? List.copyOf(extras.values()) : List.of();
    }

    private Mono<Compared> compare(FileRecord file, @Nullable StoredObject there) {
        if (there == null || there.size() != file.size()) {
            return Mono.just(new Compared(file, there, false));
        }
        return Streams.sha256(target.get(file.path()))
                .map(hash -> new Compared(file, there, hash.equals(file.sha256())))
                .onErrorResume(Damage::isAbsent, gone -> Mono.just(new Compared(file, null, false)));
    }

    private static RestorePlan plan(List<Compared> all, List<StoredObject> extras) {
        List<FileRecord> missing = new ArrayList<>();
        Map<FileRecord, StoredObject> different = new LinkedHashMap<>();
        var same = 0L;
        for (var one : all) {
            if (one.there == null) {
                missing.add(one.file);
            } else if (one.same) {
                same++;
            } else {
                different.put(one.file, one.there);
            }
        }
        return new RestorePlan(missing, different, same, extras);
    }

    private record Compared(FileRecord file, @Nullable StoredObject there, boolean same) {}
}
