package io.agentbay.reactive.internal.snapshot.store;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.LocalFileException;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.internal.file.LocalTarget;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import io.agentbay.reactive.internal.runtime.LocalFiles.Entry;
import io.agentbay.reactive.internal.runtime.LocalFiles.Writes;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The files of a local directory: complete or absent, and none outside of it. */
public final class DirectoryObjects implements ObjectStore {

    private final LocalFiles files;
    private final Path root;
    private final Writes writes;
    private final Set<Path> seen = ConcurrentHashMap.newKeySet();

    public DirectoryObjects(LocalFiles files, Path root) {
        this.files = files;
        this.root = root.toAbsolutePath();
        this.writes = files.writes();
    }

    @Override
    public Mono<Void> put(String name, Content content) {
        return inside(name)
                .flatMap(path -> files.open(content).flatMap(opened -> writes.write(path, opened.bytes())))
                .then();
    }

    @Override
    public Mono<Void> flush() {
        return writes.flush();
    }

    @Override
    public Flux<ByteBuffer> get(String name) {
        return inside(name)
                .flatMap(path -> files.stat(path)
                        .filter(entry -> entry.type() == Entry.Type.FILE)
                        .switchIfEmpty(Mono.error(() -> missing(name)))
                        .thenReturn(path))
                .flatMapMany(files::read);
    }

    @Override
    public Flux<StoredObject> list(String folder) {
        return inside(folder)
                .flatMap(files::stat)
                .filter(entry -> entry.type() == Entry.Type.DIRECTORY)
                .flatMapMany(entry -> files.walk(entry.path()))
                .filter(entry -> entry.type() == Entry.Type.FILE && !isTemporary(entry))
                .map(entry -> new StoredObject(
                        (folder.equals("/") ? "/" : folder + "/") + entry.relative(),
                        entry.size(),
                        entry.modifiedAt()));
    }

    @Override
    public Mono<Void> delete(String name) {
        return inside(name).flatMap(files::delete);
    }

    /** What a write that was cut off by a crash left behind. */
    private static boolean isTemporary(Entry entry) {
        var name = entry.relative().substring(entry.relative().lastIndexOf('/') + 1);
        return name.startsWith(".agentbay-") && name.endsWith(".tmp");
    }

    /** The path of a name, of which no folder below the root is a link to elsewhere; each folder is looked at once. */
    private Mono<Path> inside(String name) {
        return Mono.fromSupplier(() -> name.equals("/") ? root : LocalTarget.resolve(root, name.substring(1)))
                .delayUntil(path -> noLinks(path.getParent()));
    }

    private Mono<Void> noLinks(@Nullable Path folder) {
        if (folder == null || !folder.startsWith(root) || folder.equals(root) || seen.contains(folder)) {
            return Mono.empty();
        }
        return files.stat(folder)
                .flatMap(entry -> entry.type() == Entry.Type.SYMBOLIC_LINK
                        ? Mono.<Entry>error(() -> leadsOut(folder))
                        : Mono.just(entry))
                .delayUntil(entry -> noLinks(folder.getParent()))
                .doOnNext(entry -> seen.add(folder))
                .switchIfEmpty(Mono.defer(() -> noLinks(folder.getParent()).then(Mono.empty())))
                .then();
    }

    private static LocalFileException leadsOut(Path link) {
        return new LocalFileException(
                "a link stands where a directory should be: " + link,
                link,
                ErrorDetails.of("restore").attempts(0));
    }

    private NotFoundException missing(String name) {
        return new NotFoundException(
                "no such file: " + name, NotFoundException.Kind.FILE, name, 0, ErrorDetails.of("read"));
    }
}
