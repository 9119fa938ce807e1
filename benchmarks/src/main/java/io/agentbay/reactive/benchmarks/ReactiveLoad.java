package io.agentbay.reactive.benchmarks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** As many loops of one call after another as are to be in flight; no thread of their own. */
final class ReactiveLoad implements Load {

    private final LongAdder calls = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopped;

    ReactiveLoad(Mono<?> call, int inFlight) {
        Mono<Void> once = call.doOnSuccess(answer -> calls.increment())
                .doOnError(error -> failures.increment())
                .onErrorComplete()
                .then();
        Flux.range(0, inFlight)
                .flatMap(n -> once.repeat(() -> !stopped), inFlight)
                .then()
                .doFinally(signal -> ended.countDown())
                .subscribe();
    }

    @Override
    public long calls() {
        return calls.sum();
    }

    @Override
    public long failures() {
        return failures.sum();
    }

    @Override
    public void close() {
        stopped = true;
        Waiting.forIt(ended);
    }
}
