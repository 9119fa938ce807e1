package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.format.CatalogName;
import io.agentbay.reactive.internal.snapshot.format.Mark.Candidate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The objects that marks of prunes name, as a writer comes to know them; each mark is read once. */
final class Marked {

    private final Catalog catalog;
    private final Set<CatalogName> seen = new HashSet<>();

    Marked(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Names of objects in marks not seen before. A damaged mark is not swept by anybody, and names nothing. */
    Mono<Set<String>> fresh(CatalogView view) {
        return Flux.fromIterable(view.marks().keySet())
                .filter(seen::add)
                .concatMap(name -> catalog.mark(name).onErrorComplete(Marked::isDamaged), 1)
                .flatMapIterable(mark -> mark.candidates())
                .map(Candidate::name)
                .collect(Collectors.toSet());
    }

    private static boolean isDamaged(Throwable error) {
        return error instanceof io.agentbay.reactive.error.VerificationFailedException;
    }
}
