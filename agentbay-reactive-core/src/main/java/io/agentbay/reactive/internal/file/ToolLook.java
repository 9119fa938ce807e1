package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.file.FileEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Walks a directory of a session by its listings, level by level, a few directories at a time. */
final class ToolLook {

    private static final int DEEPEST = 512;

    private final FileTools tools;

    ToolLook(FileTools tools) {
        this.tools = tools;
    }

    /** Everything below a directory that the selector accepts; listings name no sizes. */
    Flux<FileEntry> walk(String directory, Selector selector) {
        return tools.list(directory).flatMapMany(first -> next(directory, selector, Flux.just(sorted(first)), 1));
    }

    private Flux<FileEntry> next(String root, Selector selector, Flux<List<FileEntry>> listings, int depth) {
        return Flux.defer(() -> {
            List<String> below = new ArrayList<>();
            return listings.concatMapIterable(entries -> entries)
                    .doOnNext(entry -> note(root, selector, entry, below))
                    .filter(entry -> selector.accepts(RemotePath.relative(root, entry.path())))
                    .concatWith(Flux.defer(() -> descend(root, selector, below, depth)));
        });
    }

    private static void note(String root, Selector selector, FileEntry entry, List<String> below) {
        if (entry.isDirectory() && Descent.isWorth(selector, RemotePath.relative(root, entry.path()))) {
            below.add(entry.path());
        }
    }

    private Flux<FileEntry> descend(String root, Selector selector, List<String> below, int depth) {
        if (below.isEmpty()) {
            return Flux.empty();
        }
        if (depth >= DEEPEST) {
            return Flux.error(() -> new UnexpectedResponseException(
                    "directories go deeper than " + DEEPEST + " below " + root,
                    below.get(0),
                    ErrorDetails.of("list_directory")));
        }
        var listings = Flux.fromIterable(below).flatMapSequential(this::listed, Limits.STREAMS_AT_ONCE, 1);
        return next(root, selector, listings, depth + 1);
    }

    /** A directory that vanished meanwhile holds nothing. */
    private Mono<List<FileEntry>> listed(String directory) {
        return tools.list(directory)
                .onErrorResume(FileTools::isMissing, gone -> Mono.empty())
                .map(ToolLook::sorted);
    }

    private static List<FileEntry> sorted(List<FileEntry> entries) {
        return entries.stream().sorted(Comparator.comparing(FileEntry::path)).toList();
    }
}
