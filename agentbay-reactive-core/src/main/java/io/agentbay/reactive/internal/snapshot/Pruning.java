package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.internal.runtime.Both;
import io.agentbay.reactive.internal.snapshot.format.CatalogName;
import io.agentbay.reactive.internal.snapshot.format.Layout;
import io.agentbay.reactive.internal.snapshot.format.Manifest;
import io.agentbay.reactive.internal.snapshot.format.Mark;
import io.agentbay.reactive.internal.snapshot.format.Mark.Candidate;
import io.agentbay.reactive.internal.snapshot.format.ObjectNames;
import io.agentbay.reactive.internal.snapshot.format.StoredContent;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Frees what no manifest refers to, in two steps far apart: what a mark named at least the grace ago, by the store's
 * clock, and no manifest read now refers to, is deleted; what is unreferenced now is marked, nothing more.
 */
final class Pruning {

    private final Vault vault;
    private final Tools tools;
    private final TakeMeter meter;

    /** The meter is told of each object deleted, and of those of a mark before the first. */
    Pruning(Vault vault, Tools tools, TakeMeter meter) {
        this.vault = vault;
        this.tools = tools;
        this.meter = meter;
    }

    private Catalog catalog() {
        return vault.catalog();
    }

    /** Deletes what marks old enough name; emits the bytes freed. A damaged mark is removed unused. */
    Mono<Long> sweep() {
        return catalog().view().flatMap(view -> view.marks().isEmpty() ? Mono.just(0L) : sweepDue());
    }

    private Mono<Long> sweepDue() {
        return new StoreClock(vault.store(), tools)
                .now()
                .flatMap(now -> catalog().view().map(view -> due(view, now)))
                .filter(due -> !due.isEmpty())
                .flatMap(due -> referenced()
                        .flatMap(kept -> Flux.fromIterable(due)
                                .concatMap(name -> sweep(name, kept), 1)
                                .reduce(0L, Long::sum)))
                .defaultIfEmpty(0L);
    }

    private static List<CatalogName> due(CatalogView view, Instant now) {
        return view.marks().entrySet().stream()
                .filter(mark -> isDue(mark.getValue(), now))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isDue(@Nullable Instant marked, Instant now) {
        return marked != null && !now.isBefore(marked.plus(Limits.GRACE));
    }

    /**
     * The mark is read after the manifests: once another prune has used it up, writers rely on what it names again, and
     * what the manifests said before that is worth nothing.
     */
    private Mono<Long> sweep(CatalogName name, Set<String> kept) {
        return catalog()
                .mark(name)
                .onErrorComplete(VerificationFailedException.class)
                .flatMap(mark -> delete(mark, kept))
                .defaultIfEmpty(0L)
                .delayUntil(freed -> catalog().remove(name));
    }

    private Mono<Long> delete(Mark mark, Set<String> kept) {
        var doomed = mark.candidates().stream()
                .filter(candidate -> !kept.contains(candidate.name()))
                .toList();
        meter.more(doomed.size(), bytes(doomed));
        return Flux.fromIterable(doomed)
                .flatMap(this::delete, Limits.FILES_AT_ONCE, 1)
                .reduce(0L, Long::sum);
    }

    private Mono<Long> delete(Candidate candidate) {
        return vault.store()
                .delete(Layout.object(candidate.name()))
                .thenReturn(candidate.stored())
                .doOnNext(stored -> meter.processed(candidate.name(), stored));
    }

    /** Marks what is unreferenced and in no mark yet; emits its bytes. */
    Mono<Long> mark() {
        return Both.of(agreed(), marked(), this::union)
                .flatMap(known -> vault.store()
                        .list(Layout.OBJECTS)
                        .map(Pruning::candidate)
                        .filter(candidate -> ObjectNames.isOne(candidate.name()) && !known.contains(candidate.name()))
                        .collectList())
                .flatMap(candidates -> candidates.isEmpty()
                        ? Mono.just(0L)
                        : catalog().publishMark(new Mark(candidates)).thenReturn(bytes(candidates)));
    }

    private Set<String> union(Set<String> left, Set<String> right) {
        Set<String> all = new HashSet<>(left);
        all.addAll(right);
        return all;
    }

    private static Candidate candidate(StoredObject object) {
        return new Candidate(object.name().substring(Layout.OBJECTS.length() + 1), object.size());
    }

    private static long bytes(List<Candidate> candidates) {
        return candidates.stream().mapToLong(Candidate::stored).sum();
    }

    private Mono<Set<String>> marked() {
        return catalog().view().flatMap(new Marked(catalog())::fresh);
    }

    /** What is referred to, once two readings in a row say the same. */
    private Mono<Set<String>> agreed() {
        return referenced().flatMap(first -> referenced().filter(first::equals)).repeatWhenEmpty(again -> again);
    }

    /** What the manifests there are now refer to; one that cannot be read ends it. */
    private Mono<Set<String>> referenced() {
        return catalog()
                .view()
                .flatMapMany(view -> catalog().manifests(view.snapshots()))
                .flatMapIterable(Manifest::contents)
                .map(StoredContent::name)
                .collect(Collectors.toSet());
    }
}
