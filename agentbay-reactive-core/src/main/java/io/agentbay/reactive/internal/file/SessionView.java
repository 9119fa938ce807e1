package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import io.agentbay.reactive.internal.sync.SeenFile;
import io.agentbay.reactive.internal.sync.SessionLooker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks into one session: by commands where they work there, else by its file tools. */
final class SessionView implements SessionLooker {

    private final FileTools tools;
    private final CommandLook commands;
    private final ToolLook listings;
    private final RangeReader reader;
    private final LocalFiles local;

    SessionView(FileTools tools, CommandLook commands, LocalFiles local) {
        this.tools = tools;
        this.commands = commands;
        this.listings = new ToolLook(tools);
        this.reader = new RangeReader(tools);
        this.local = local;
    }

    @Override
    public Flux<SeenFile> walk(String directory) {
        return commands.works()
                .flatMapMany(works -> works
                        ? byCommand(directory, byTools(directory).collectList()).flatMapIterable(files -> files)
                        : byTools(directory));
    }

    @Override
    public Flux<String> names(String directory) {
        return commands.works()
                .flatMapMany(works -> works ? walk(directory).map(SeenFile::path) : names(directory, Selector.all()));
    }

    /** An answer that a command's limits cut short is no answer: the listings give one. */
    private Mono<List<SeenFile>> byCommand(String directory, Mono<List<SeenFile>> otherwise) {
        return commands.files(directory).onErrorResume(CommandLook::isNoAnswer, cut -> otherwise);
    }

    private Flux<SeenFile> byTools(String directory) {
        return names(directory, Selector.all())
                .flatMapSequential(path -> seen(directory, path), Limits.CALLS_AT_ONCE, 1);
    }

    private Flux<String> names(String directory, Selector selector) {
        return listings.walk(directory, selector)
                .filter(FileEntry::isFile)
                .map(entry -> RemotePath.relative(directory, entry.path()))
                .onErrorResume(FileTools::isMissing, missing -> Flux.empty());
    }

    private Mono<SeenFile> seen(String directory, String relative) {
        var path = RemotePath.resolve(directory, relative);
        return tools.info(path).mapNotNull(info -> {
            var entry = ToolTexts.entry(path, info);
            return entry == null ? null : new SeenFile(relative, entry.size(), ToolTexts.modified(info));
        });
    }

    @Override
    public Mono<Map<String, String>> sha256(String directory, List<String> paths) {
        return commands.works()
                .flatMap(works -> works
                        ? commands.sha256(directory, paths)
                                .onErrorResume(CommandLook::isNoAnswer, cut -> readAll(directory, paths))
                        : readAll(directory, paths));
    }

    private Mono<Map<String, String>> readAll(String directory, List<String> paths) {
        return Flux.fromIterable(paths)
                .flatMap(
                        path -> reader.sha256(RemotePath.resolve(directory, path))
                                .map(hash -> Map.entry(path, hash))
                                .onErrorResume(FileTools::isMissing, gone -> Mono.empty()),
                        Limits.STREAMS_AT_ONCE)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** The files of a directory that the selector accepts; none when it is missing. */
    Mono<OtherSide> tree(String directory, Selector selector) {
        return commands.works()
                .flatMap(works -> works ? commandTree(directory, selector) : toolTree(directory, selector));
    }

    private Mono<OtherSide> commandTree(String directory, Selector selector) {
        return commands.files(directory)
                .<OtherSide>map(all -> new CommandTree(commands, directory, sizes(all, selector), local))
                .onErrorResume(CommandLook::isNoAnswer, cut -> toolTree(directory, selector));
    }

    private Mono<OtherSide> toolTree(String directory, Selector selector) {
        return names(directory, selector)
                .collect(HashMap<String, @Nullable Long>::new, (map, name) -> map.put(name, null))
                .map(files -> new ToolTree(tools, directory, files, local));
    }

    private static Map<String, @Nullable Long> sizes(List<SeenFile> files, Selector selector) {
        Map<String, @Nullable Long> sizes = new HashMap<>();
        files.stream()
                .filter(file -> selector.accepts(file.path()))
                .forEach(file -> sizes.put(file.path(), file.size()));
        return sizes;
    }

    /** Sizes by full path where one command tells them all; the caller asks for each that is missing. */
    Mono<Map<String, Long>> sizesOf(String directory, List<Staged> staged) {
        return staged.size() == 1
                ? Mono.just(Map.of())
                : commands.works().flatMap(works -> works ? listed(directory) : Mono.just(Map.of()));
    }

    private Mono<Map<String, Long>> listed(String directory) {
        return commands.files(directory)
                .map(files -> {
                    Map<String, Long> sizes = new HashMap<>();
                    files.forEach(file -> sizes.put(RemotePath.resolve(directory, file.path()), file.size()));
                    return sizes;
                })
                .onErrorResume(CommandLook::isNoAnswer, cut -> Mono.just(Map.of()));
    }
}
