package io.agentbay.reactive.local.snapshot;

import io.agentbay.reactive.pipeline.ApiCall;
import io.agentbay.reactive.pipeline.CallFilter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Lets something else happen after the answer to a call came and before its caller sees it. */
final class Interference implements CallFilter {

    private final List<String> actions = new CopyOnWriteArrayList<>();
    private final AtomicInteger left = new AtomicInteger();
    private volatile String action = "";
    private volatile int call;
    private volatile Supplier<Mono<Void>> other = Mono::empty;

    /** After each call of an action, as many times as said. */
    void after(String wanted, int times, Supplier<Mono<Void>> happens) {
        call = 0;
        action = wanted;
        other = happens;
        left.set(times);
    }

    /** After the n-th call of any kind from now on. */
    void after(int number, Supplier<Mono<Void>> happens) {
        actions.clear();
        action = "";
        call = number;
        other = happens;
        left.set(1);
    }

    /** Whether it happened as often as it should. */
    boolean isOver() {
        return left.get() <= 0;
    }

    @Override
    public Stage stage() {
        return Stage.PER_CALL;
    }

    @Override
    public <T> Mono<T> filter(ApiCall<T> request, Next next) {
        return next.proceed(request).delayUntil(answer -> meanwhile(request.action()));
    }

    private Mono<Void> meanwhile(String done) {
        actions.add(done);
        var now = call == 0 ? action.equals(done) : actions.size() == call;
        return now && left.getAndDecrement() > 0 ? other.get() : Mono.empty();
    }
}
