package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.file.TransferReport.ComparedBy;
import io.agentbay.reactive.internal.runtime.Both;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A directory of a context: names and sizes come from listings, sameness from the store.
 *
 * <p>A small file is read back and hashed. A large one is the same if its ETag is the MD5 of the local bytes, which
 * object storages give objects put at once; another ETag says nothing, and only a thorough look reads the file then.
 */
record ContextTree(ContextSide side, String directory, Map<String, @Nullable Long> files) implements OtherSide {

    @Override
    public ComparedBy comparedBy() {
        return files.isEmpty() ? ComparedBy.NOTHING : ComparedBy.SIGNED_URL;
    }

    @Override
    public Mono<Long> size(String relative) {
        var size = files.get(relative);
        return size != null
                ? Mono.just(size)
                : side.stat(path(relative)).filter(FileEntry::isFile).map(FileEntry::size);
    }

    @Override
    public Mono<Set<String>> same(List<LocalFile> asked, boolean thorough) {
        return Flux.fromIterable(asked)
                .filter(this::mayBeSame)
                .filterWhen(file -> isSame(file, thorough), Limits.OBJECTS_AT_ONCE)
                .map(LocalFile::relative)
                .collect(Collectors.toSet());
    }

    private boolean mayBeSame(LocalFile file) {
        var size = files.get(file.relative());
        return files.containsKey(file.relative()) && (size == null || size == file.size());
    }

    private Mono<Boolean> isSame(LocalFile file, boolean thorough) {
        return Mono.defer(() -> {
                    if (file.size() == 0 && files.get(file.relative()) != null) {
                        return Mono.just(true);
                    }
                    return file.size() <= Limits.READ_BACK_BYTES ? hasSameHash(file) : isSameObject(file, thorough);
                })
                .onErrorResume(FileTools::isMissing, gone -> Mono.just(false))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> isSameObject(LocalFile file, boolean thorough) {
        return side.downloads().look(side.contextId(), path(file.relative())).flatMap(head -> {
            if (head.size() != file.size()) {
                return Mono.just(false);
            }
            var byTag = head.md5() == null
                    ? Mono.just(false)
                    : file.md5(side.local()).map(head.md5()::equals);
            return byTag.flatMap(same -> same || !thorough ? Mono.just(same) : hasSameHash(file));
        });
    }

    private Mono<Boolean> hasSameHash(LocalFile file) {
        return Both.of(
                Sha256.of(side.read(path(file.relative()), route -> {})), file.sha256(side.local()), String::equals);
    }

    private String path(String relative) {
        return RemotePath.resolve(directory, relative);
    }
}
