package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.file.TransferReport.ComparedBy;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A directory of a session that can hash its own files. */
final class CommandTree implements OtherSide {

    private final CommandLook look;
    private final String directory;
    private final Map<String, @Nullable Long> files;
    private final LocalFiles local;

    CommandTree(CommandLook look, String directory, Map<String, @Nullable Long> files, LocalFiles local) {
        this.look = look;
        this.directory = directory;
        this.files = files;
        this.local = local;
    }

    @Override
    public ComparedBy comparedBy() {
        return ComparedBy.COMMAND;
    }

    @Override
    public Map<String, @Nullable Long> files() {
        return files;
    }

    @Override
    public Mono<Long> size(String relative) {
        return Mono.justOrEmpty(files.get(relative));
    }

    @Override
    public Mono<Set<String>> same(List<LocalFile> asked, boolean thorough) {
        var alike = asked.stream().filter(this::hasSize).toList();
        var hashed = alike.stream().filter(file -> file.size() > 0).toList();
        var empty = alike.stream().filter(file -> file.size() == 0).map(LocalFile::relative);
        return hashed.isEmpty()
                ? Mono.fromSupplier(() -> empty.collect(Collectors.toSet()))
                : look.sha256(
                                directory,
                                hashed.stream().map(LocalFile::relative).toList())
                        .flatMapMany(hashes -> equal(hashed, hashes))
                        .concatWith(Flux.fromStream(() -> empty))
                        .collect(Collectors.toSet());
    }

    private boolean hasSize(LocalFile file) {
        var size = files.get(file.relative());
        return size != null && size == file.size();
    }

    private Flux<String> equal(List<LocalFile> asked, Map<String, String> hashes) {
        return Flux.fromIterable(asked)
                .flatMap(
                        file -> file.sha256(local)
                                .filter(hash -> hash.equals(hashes.get(file.relative())))
                                .map(hash -> file.relative()),
                        Limits.STREAMS_AT_ONCE);
    }
}
