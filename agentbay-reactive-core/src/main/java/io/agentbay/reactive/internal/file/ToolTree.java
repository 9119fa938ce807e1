package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.file.TransferReport.ComparedBy;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A directory of a session that cannot hash: names come from listings, content is read back. */
final class ToolTree implements OtherSide {

    private final FileTools tools;
    private final RangeReader reader;
    private final String directory;
    private final Map<String, @Nullable Long> files;
    private final LocalFiles local;

    ToolTree(FileTools tools, String directory, Map<String, @Nullable Long> files, LocalFiles local) {
        this.tools = tools;
        this.reader = new RangeReader(tools);
        this.directory = directory;
        this.files = files;
        this.local = local;
    }

    @Override
    public ComparedBy comparedBy() {
        return files.isEmpty() ? ComparedBy.NOTHING : ComparedBy.FILE_TOOL;
    }

    @Override
    public Map<String, @Nullable Long> files() {
        return files;
    }

    @Override
    public Mono<Long> size(String relative) {
        return tools.stat(path(relative)).filter(FileEntry::isFile).map(FileEntry::size);
    }

    @Override
    public Mono<Set<String>> same(List<LocalFile> asked, boolean thorough) {
        return Flux.fromIterable(asked)
                .filter(file -> files.containsKey(file.relative()))
                .filterWhen(file -> isSame(file, thorough), Limits.CALLS_AT_ONCE)
                .map(LocalFile::relative)
                .collect(Collectors.toSet());
    }

    private Mono<Boolean> isSame(LocalFile file, boolean thorough) {
        var small = file.size() > 0 && file.size() < Limits.RANGE_BYTES;
        return (small ? isSameRange(file) : isSameStream(file, thorough))
                .onErrorResume(FileTools::isMissing, gone -> Mono.just(false))
                .defaultIfEmpty(false);
    }

    /** One call suffices for a small file: a longer one yields the byte more that was asked for. */
    private Mono<Boolean> isSameRange(LocalFile file) {
        return tools.range(path(file.relative()), 0, file.size() + 1)
                .filter(bytes -> bytes.length == file.size())
                .flatMap(bytes -> file.sha256(local).map(Sha256.of(bytes)::equals));
    }

    private Mono<Boolean> isSameStream(LocalFile file, boolean thorough) {
        var worth = thorough || file.size() <= Limits.READ_BACK_BYTES;
        return size(file.relative())
                .filter(size -> worth && size == file.size())
                .flatMap(size -> size == 0 ? Mono.just(true) : isSameHash(file));
    }

    private Mono<Boolean> isSameHash(LocalFile file) {
        return reader.sha256(path(file.relative()))
                .flatMap(theirs -> file.sha256(local).map(theirs::equals));
    }

    private String path(String relative) {
        return RemotePath.resolve(directory, relative);
    }
}
