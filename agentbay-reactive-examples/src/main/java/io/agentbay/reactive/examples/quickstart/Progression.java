package io.agentbay.reactive.examples.quickstart;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.event.OperationEvent;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps stopwatch and view in step with the run. */
final class Progression {

    private final Stopwatch stopwatch;
    private final ProgressView view;

    Progression(Stopwatch stopwatch, ProgressView view) {
        this.stopwatch = stopwatch;
        this.view = view;
    }

    void enter(Phase phase) {
        stopwatch.enter(phase);
        view.enter(phase);
    }

    void stop() {
        stopwatch.stop();
        view.close();
    }

    /** The work, in a phase that begins when it is subscribed to and lasts until another begins. */
    <T> Mono<T> in(Phase phase, Mono<T> work) {
        return Mono.defer(() -> {
            enter(phase);
            return work;
        });
    }

    void show(OperationEvent event) {
        view.tell(event);
        var progress = event.progress();
        var files = value(progress.filesTotal()) < 0
                ? ""
                : value(progress.filesDone()) + "/" + Amounts.files(value(progress.filesTotal()));
        var done = value(progress.bytesDone());
        if (done >= 0) {
            view.advance(done, value(progress.bytesTotal()), files);
        }
    }

    void advance(long done, long total, String note) {
        view.advance(done, total, note);
    }

    private static long value(@Nullable Figure figure) {
        return figure == null ? -1 : figure.value();
    }
}
