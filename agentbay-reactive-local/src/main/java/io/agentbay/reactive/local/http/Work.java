package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Blocking work of the service, off the event loops. Work that has begun is never interrupted: a caller who goes away
 * must not close a file under the service, and what a lost caller asked for still happens, as on any server.
 */
final class Work {

    private final Executor threads;

    Work(Executor threads) {
        this.threads = threads;
    }

    <T> Mono<T> call(Callable<T> work) {
        return Mono.create(sink -> schedule(work, sink));
    }

    Mono<Void> run(Runnable work) {
        return Mono.create(sink -> schedule(
                () -> {
                    work.run();
                    return null;
                },
                sink));
    }

    private <T> void schedule(Callable<T> work, MonoSink<T> sink) {
        try {
            threads.execute(() -> finish(work, sink));
        } catch (RejectedExecutionException e) {
            sink.error(new ServiceError(503, "ServiceUnavailable", "The service is busy or shutting down."));
        }
    }

    private static <T> void finish(Callable<T> work, MonoSink<T> sink) {
        try {
            sink.success(work.call());
        } catch (Exception e) {
            sink.error(e);
        } catch (Error e) {
            sink.error(new IllegalStateException("The work broke down", e));
        }
    }
}
