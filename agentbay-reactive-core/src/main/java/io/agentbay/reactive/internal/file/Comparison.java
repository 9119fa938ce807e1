package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.file.Difference.Kind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Compares a local tree with the other side: by size, then by hash. */
final class Comparison {

    private final LocalTree tree;
    private final OtherSide other;
    private final Set<String> onlyThere;

    Comparison(LocalTree tree, OtherSide other) {
        this.tree = tree;
        this.other = other;
        this.onlyThere = new TreeSet<>(other.files().keySet());
    }

    Flux<Difference> run(Selector selector) {
        return tree.files(selector)
                .buffer(Limits.COMPARED_AT_ONCE)
                .concatMap(this::differences, 1)
                .concatWith(Flux.defer(() -> Flux.fromIterable(onlyThere).concatMap(this::onlyRight, 1)));
    }

    private Flux<Difference> differences(List<LocalFile> files) {
        files.forEach(file -> onlyThere.remove(file.relative()));
        var common = files.stream().filter(this::isThere).toList();
        return (common.isEmpty() ? Mono.just(Set.<String>of()) : other.same(common, true))
                .flatMapMany(same -> Flux.fromIterable(files)
                        .filter(file -> !same.contains(file.relative()))
                        .flatMapSequential(this::difference, Limits.CALLS_AT_ONCE, 1));
    }

    private boolean isThere(LocalFile file) {
        return other.files().containsKey(file.relative());
    }

    private Mono<Difference> difference(LocalFile file) {
        return isThere(file)
                ? other.size(file.relative())
                        .map(size -> of(file, Kind.DIFFERENT, size))
                        .switchIfEmpty(Mono.fromSupplier(() -> of(file, Kind.ONLY_LEFT, null)))
                : Mono.just(of(file, Kind.ONLY_LEFT, null));
    }

    private Mono<Difference> onlyRight(String name) {
        return other.size(name).map(size -> new Difference(name, Kind.ONLY_RIGHT, null, size));
    }

    private static Difference of(LocalFile file, Kind kind, @Nullable Long size) {
        return new Difference(file.relative(), kind, file.size(), size);
    }
}
