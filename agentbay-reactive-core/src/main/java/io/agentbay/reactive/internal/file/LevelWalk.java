package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.file.FileEntry;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Flux;

/**
 * Walks a directory by the listings of its directories, level by level, a few directories at a time.
 *
 * @param root where the walk begins; what the selector sees is relative to it
 * @param selector what is emitted
 * @param listing what one directory holds
 * @param entry what one thing listed is
 * @param action named when the walk goes deeper than any tree
 */
record LevelWalk<T>(
        String root,
        Selector selector,
        Function<String, Flux<T>> listing,
        Function<T, FileEntry> entry,
        String action) {

    private static final int DEEPEST = 512;

    Flux<T> run() {
        return level(listing.apply(root), 1);
    }

    private Flux<T> level(Flux<T> entries, int depth) {
        return Flux.defer(() -> {
            Set<String> below = new LinkedHashSet<>();
            return entries.doOnNext(listed -> note(entry.apply(listed), below))
                    .filter(listed -> selector.accepts(relative(entry.apply(listed))))
                    .concatWith(Flux.defer(() -> descend(below, depth)));
        });
    }

    private void note(FileEntry found, Set<String> below) {
        if (found.isDirectory() && isName(found.name()) && Descent.isWorth(selector, relative(found))) {
            below.add(found.path());
        }
    }

    /** A store may hold such names; as a path they lead elsewhere. */
    private static boolean isName(String name) {
        return !name.equals(".") && !name.equals("..");
    }

    private Flux<T> descend(Set<String> below, int depth) {
        if (below.isEmpty()) {
            return Flux.empty();
        }
        if (depth >= DEEPEST) {
            return Flux.error(() -> new UnexpectedResponseException(
                    "directories go deeper than " + DEEPEST + " below " + root, "", ErrorDetails.of(action)));
        }
        return level(Flux.fromIterable(below).flatMapSequential(listing, Limits.STREAMS_AT_ONCE, 1), depth + 1);
    }

    private String relative(FileEntry found) {
        return RemotePath.relative(root, found.path());
    }
}
