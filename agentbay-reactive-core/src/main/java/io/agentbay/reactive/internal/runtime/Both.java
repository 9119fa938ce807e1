package io.agentbay.reactive.internal.runtime;

import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Two pieces of work at once.
 *
 * <p>As {@code Mono.zip}, which cancels one when the other fails, but an error that both meet at the same time is told
 * once and the second is not dropped: nobody can do anything about an error that Reactor dropped.
 */
public final class Both {

    private Both() {}

    /** Emits what {@code together} makes of both values, the error of the first that failed, or nothing if either is empty. */
    public static <A, B, R> Mono<R> of(Mono<A> first, Mono<B> second, BiFunction<A, B, R> together) {
        Mono<Half<A, B>> left = first.map(Half::<A, B>first).onErrorResume(e -> Mono.just(Half.failed(e)));
        Mono<Half<A, B>> right = second.map(Half::<A, B>second).onErrorResume(e -> Mono.just(Half.failed(e)));
        return Flux.merge(left, right)
                .takeUntil(Half::hasFailed)
                .collectList()
                .flatMap(halves -> joined(halves, together));
    }

    private static <A, B, R> Mono<R> joined(List<Half<A, B>> halves, BiFunction<A, B, R> together) {
        @Nullable A first = null;
        @Nullable B second = null;
        for (var half : halves) {
            if (half.error() != null) {
                return Mono.error(half.error());
            }
            first = half.first() == null ? first : half.first();
            second = half.second() == null ? second : half.second();
        }
        return first == null || second == null ? Mono.empty() : Mono.just(together.apply(first, second));
    }

    private record Half<A, B>(
            @Nullable A first, @Nullable B second, @Nullable Throwable error) {

        static <A, B> Half<A, B> first(A value) {
            return new Half<>(value, null, null);
        }

        static <A, B> Half<A, B> second(B value) {
            return new Half<>(null, value, null);
        }

        static <A, B> Half<A, B> failed(Throwable error) {
            return new Half<>(null, null, error);
        }

        boolean hasFailed() {
            return error != null;
        }
    }
}
