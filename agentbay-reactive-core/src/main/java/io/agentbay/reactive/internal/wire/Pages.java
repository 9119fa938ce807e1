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

    /** Asks for one page by its token, the first by null. */
    @FunctionalInterface
    public interface Source<T> extends Function<@Nullable String, Mono<Page<T>>> {}

    /**
     * All items of all pages. Page n+1 is asked for when the subscriber has taken all of the first n and wants more;
     * cancelling asks for no more. A token that comes back again fails the listing instead of looping.
     *
     * @param action named in that failure
     */
    public static <T> Flux<T> all(String action, Source<T> source) {
        return Flux.defer(() -> {
            var walk = new Walk<>(action, source);
            return walk.onceOnDemand().concatMap(Walk::items, 0).repeat(walk::hasMore);
        });
    }

    /** Where one subscription has come to; used by one thread at a time. */
    private static final class Walk<T> {
        private final String action;
        private final Source<T> source;
        private final Set<String> seen = new HashSet<>();
        private @Nullable String token;

        Walk(String action, Source<T> source) {
            this.action = action;
            this.source = source;
        }

        /** Unlike a plain value, asked for only when somebody wants an item. */
        Flux<Walk<T>> onceOnDemand() {
            return Flux.generate(sink -> {
                sink.next(this);
                sink.complete();
            });
        }

        Flux<T> items() {
            return source.apply(token)
                    .switchIfEmpty(Mono.error(() -> failure("No page came")))
                    .doOnNext(page -> advance(page.nextToken()))
                    .flatMapIterable(Page::items);
        }

        boolean hasMore() {
            return token != null;
        }

        private void advance(@Nullable String next) {
            if (next != null && !seen.add(next)) {
                throw failure("A page token came back, so the listing would never end");
            }
            token = next;
        }

        private UnexpectedResponseException failure(String what) {
            return new UnexpectedResponseException(what, "", ErrorDetails.of(action));
        }
    }
}
