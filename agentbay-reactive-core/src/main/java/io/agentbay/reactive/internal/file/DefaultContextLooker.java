package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.internal.sync.ContextLooker;
import io.agentbay.reactive.internal.sync.SeenFile;
import io.agentbay.reactive.internal.wire.ContextWire;
import io.agentbay.reactive.internal.wire.ContextWire.FileData;
import io.agentbay.reactive.internal.wire.ContextWire.FilePage;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks into a context by its listings, folder by folder, and by signed GETs.
 *
 * <p>Listings take mount paths as parents; the path of a listed folder is not one of these, so a folder's own is put
 * together from the parent's and its last name.
 */
final class DefaultContextLooker implements ContextLooker {

    private static final int PAGE = 50;
    private static final int DEEPEST = 512;

    private final ContextWire wire;
    private final SignedDownloads downloads;

    DefaultContextLooker(ContextWire wire, SignedDownloads downloads) {
        this.wire = wire;
        this.downloads = downloads;
    }

    @Override
    public Flux<SeenFile> walk(String contextId, String mountPath) {
        var root = RemotePath.trim(mountPath);
        return level(contextId, root, Flux.just(root), 0).distinct(SeenFile::path);
    }

    private Flux<SeenFile> level(String contextId, String root, Flux<String> folders, int depth) {
        return Flux.defer(() -> {
            List<String> below = new ArrayList<>();
            return folders.flatMapSequential(folder -> folder(contextId, folder), Limits.STREAMS_AT_ONCE, 1)
                    .doOnNext(listed -> note(listed, below))
                    .filter(listed -> !listed.data.folder())
                    .map(listed -> listed.seen(root))
                    .concatWith(Flux.defer(() -> below.isEmpty() || depth >= DEEPEST
                            ? Flux.empty()
                            : level(contextId, root, Flux.fromIterable(below), depth + 1)));
        });
    }

    private static void note(Listed listed, List<String> below) {
        if (listed.data.folder() && !below.contains(listed.path())) {
            below.add(listed.path());
        }
    }

    private Flux<Listed> folder(String contextId, String folder) {
        return Flux.range(1, Integer.MAX_VALUE)
                .concatMap(number -> page(contextId, folder, number), 0)
                .takeUntil(NumberedPage::isLast)
                .concatMapIterable(page -> page.data.files(), 1)
                .filter(file -> !RemotePath.name(RemotePath.trim(file.name())).isEmpty())
                .map(file -> new Listed(folder, file));
    }

    /** A folder that nobody ever wrote to may be unknown to the store: it holds nothing. */
    private Mono<NumberedPage> page(String contextId, String folder, int number) {
        return wire.files(contextId, folder, number, PAGE)
                .onErrorResume(FileTools::isMissing, unknown -> Mono.just(new FilePage(List.of(), 0)))
                .map(data -> new NumberedPage(number, data));
    }

    @Override
    public Mono<String> sha256(String contextId, String mountPath, String path) {
        return Sha256.of(downloads.bytes(contextId, RemotePath.resolve(RemotePath.trim(mountPath), path)))
                .onErrorResume(FileTools::isMissing, missing -> Mono.empty());
    }

    /** A page and its number. */
    private record NumberedPage(int number, FilePage data) {
        boolean isLast() {
            var total = data.total();
            return data.files().isEmpty()
                    || (total == null ? data.files().size() < PAGE : (long) number * PAGE >= total);
        }
    }

    /** What a folder lists. */
    private record Listed(String folder, FileData data) {
        String path() {
            return RemotePath.resolve(folder, RemotePath.name(RemotePath.trim(data.name())));
        }

        SeenFile seen(String root) {
            return new SeenFile(RemotePath.relative(root, path()), data.size(), data.modified());
        }
    }
}
