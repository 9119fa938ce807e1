package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.file.FileEntry;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Walks a directory of a session by its listings. */
final class ToolLook {

    private final FileTools tools;

    ToolLook(FileTools tools) {
        this.tools = tools;
    }

    /** Everything below a directory that the selector accepts; listings name no sizes. */
    Flux<FileEntry> walk(String directory, Selector selector) {
        return new LevelWalk<>(directory, selector, asked -> listed(directory, asked), entry -> entry, "list_directory")
                .run();
    }

    /** A directory that vanished meanwhile holds nothing; that there is no root is the walk's failure. */
    private Flux<FileEntry> listed(String root, String directory) {
        return tools.list(directory)
                .onErrorResume(
                        error -> FileTools.isMissing(error) && !directory.equals(root), gone -> Mono.just(List.of()))
                .flatMapIterable(ToolLook::sorted);
    }

    private static List<FileEntry> sorted(List<FileEntry> entries) {
        return entries.stream().sorted(Comparator.comparing(FileEntry::path)).toList();
    }
}
