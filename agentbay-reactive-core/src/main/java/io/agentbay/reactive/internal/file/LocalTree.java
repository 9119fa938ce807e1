package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.LocalFileException;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import io.agentbay.reactive.internal.runtime.LocalFiles.Entry;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The local side of a copy: a directory, or a single file.
 *
 * @param root the directory; of a single file the file itself
 * @param single the file; null for a directory
 */
record LocalTree(Path root, @Nullable LocalFile single, LocalFiles local) {

    /**
     * Looks at a path and, only here, through a link.
     *
     * @param name what a single file is called on the other side
     */
    static Mono<LocalTree> of(Path path, String name, LocalFiles local) {
        return local.stat(path)
                .switchIfEmpty(Mono.error(() -> refused("no such file or directory: ", path)))
                .flatMap(entry -> switch (entry.type()) {
                    case DIRECTORY -> Mono.just(new LocalTree(path, null, local));
                    case FILE -> Mono.just(file(path, name, entry.size(), local));
                    case SYMBOLIC_LINK -> throughLink(path, name, local);
                    case OTHER -> Mono.error(refused("neither a file nor a directory: ", path));
                });
    }

    private static Mono<LocalTree> throughLink(Path link, String name, LocalFiles local) {
        var inside = link.resolve(".");
        return local.stat(inside)
                .map(directory -> new LocalTree(inside, null, local))
                .onErrorResume(LocalFileException.class, notOne -> Mono.empty())
                .switchIfEmpty(
                        Mono.defer(() -> Bytes.count(local.read(link)).map(size -> file(link, name, size, local))));
    }

    private static LocalTree file(Path path, String name, long size, LocalFiles local) {
        return new LocalTree(path, new LocalFile(path, name, size), local);
    }

    private static LocalFileException refused(String why, Path path) {
        return new LocalFileException(why + path, path, ErrorDetails.of("copy").attempts(0));
    }

    /** The files the selector accepts, directory by directory. */
    Flux<LocalFile> files(Selector selector) {
        return single == null
                ? entries(selector)
                        .filter(entry -> entry.type() == Entry.Type.FILE)
                        .map(entry -> new LocalFile(entry.path(), entry.relative(), entry.size()))
                : Flux.just(single);
    }

    Flux<Entry> entries(Selector selector) {
        return single == null ? local.walk(root).filter(entry -> selector.accepts(entry.relative())) : Flux.empty();
    }
}
