package io.agentbay.reactive.local.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Several worlds at the same time, each on a thread of its own. */
final class Workers {

    private Workers() {}

    /** The results in the order of what they are made of. */
    static <A, B> List<B> map(int workers, List<A> all, Function<A, B> work) {
        var pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<B>> futures = new ArrayList<>();
            for (A each : all) {
                futures.add(pool.submit(() -> work.apply(each)));
            }
            List<B> results = new ArrayList<>();
            for (Future<B> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
