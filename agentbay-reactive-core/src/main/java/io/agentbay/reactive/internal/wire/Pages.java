package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.UnexpectedResponseException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Walks a listing page by page, the next one only on demand. */
public final class Pages {
    private Pages() {}

    /** Asks for pages by their tokens, the first by null; a token that comes back again fails instead of looping. */
    @FunctionalInterface
    public interface Source<T> extends Function<@Nullable String, Mono<Page<T>>> {}

    /**
     * All items of all pages. Page n+1 is asked for when the subscriber has taken all of the first n and wants more;
     * cancelling asks for no more.
     */
    public static <T> Flux<T> all(Source<T> source) {
        return Flux.defer(() -> {
            Set<String> seen = new HashSet<>();
            return from(source, null, seen);
        });
    }

    private static <T> Flux<T> from(Source<T> source, @Nullable String token, Set<String> seen) {
        return source.apply(token)
                .expand(page -> next(source, page.nextToken(), seen), 1)
                .concatMapIterable(Page::items, 1);
    }

    private static <T> Mono<Page<T>> next(Source<T> source, @Nullable String token, Set<String> seen) {
        if (token == null) {
            return Mono.empty();
        }
        return seen.add(token) ? source.apply(token) : Mono.error(repeated());
    }

    private static UnexpectedResponseException repeated() {
        return new UnexpectedResponseException(
                "A page token came back, the listing would never end", "", ErrorDetails.of("list"));
    }
}
