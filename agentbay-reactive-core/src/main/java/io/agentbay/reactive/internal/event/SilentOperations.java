package io.agentbay.reactive.internal.event;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.common.Report;
import io.agentbay.reactive.event.Activity;
import io.agentbay.reactive.event.EventPosition;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.event.Progress;
import io.agentbay.reactive.observability.Movement;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** For work inside an operation that tells of it all: runs it and tells nobody. */
public final class SilentOperations implements Operations, ProgressSink {

    @Override
    public <T> Mono<T> run(
            Spec spec, Function<? super T, @Nullable Report> report, Function<ProgressSink, Mono<T>> work) {
        return Mono.defer(() -> work.apply(this));
    }

    @Override
    public <T> Flux<T> runMany(Spec spec, Function<ProgressSink, Flux<T>> work) {
        return Flux.defer(() -> work.apply(this));
    }

    @Override
    public Flux<OperationEvent> events(@Nullable EventPosition after) {
        return Flux.never();
    }

    @Override
    public Activity activity() {
        return new Activity(new EventPosition("silent", 0), List.of());
    }

    @Override
    public void moved(Movement way, @Nullable Figure files, @Nullable Figure bytes) {
        // Nobody counts.
    }

    @Override
    public void session(String id) {
        // Nobody is told.
    }

    @Override
    public void update(UnaryOperator<Progress> change) {
        // Nobody is told.
    }

    @Override
    public void itemFailed(String item, Failure failure) {
        // Nobody is told.
    }
}
