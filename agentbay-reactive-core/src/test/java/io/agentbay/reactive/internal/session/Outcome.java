package io.agentbay.reactive.internal.session;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** What became of one subscription. */
final class Outcome<T> {

    @Nullable
    T value;

    @Nullable
    Throwable error;

    boolean completed;

    private Disposable subscription = () -> {};

    static <T> Outcome<T> of(Mono<T> work) {
        var outcome = new Outcome<T>();
        outcome.subscription = work.subscribe(
                value -> outcome.value = value, error -> outcome.error = error, () -> outcome.completed = true);
        return outcome;
    }

    void cancel() {
        subscription.dispose();
    }

    boolean open() {
        return error == null && !completed;
    }
}
