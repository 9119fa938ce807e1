package io.agentbay.reactive.benchmarks;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/** One thread per call in flight, all started before the first call. */
final class ThreadLoad implements Load {

    private static final long STACK = 256L * 1024;

    private final LongAdder calls = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final CountDownLatch ready;
    private final CountDownLatch go = new CountDownLatch(1);
    private final CountDownLatch ended;
    private volatile boolean stopped;

    ThreadLoad(Callable<Boolean> call, int inFlight) {
        ready = new CountDownLatch(inFlight);
        ended = new CountDownLatch(inFlight);
        for (int n = 0; n < inFlight; n++) {
            var thread = new Thread(null, () -> loop(call), "caller-" + n, STACK);
            thread.setDaemon(true);
            thread.start();
        }
        Waiting.forIt(ready);
        go.countDown();
    }

    private void loop(Callable<Boolean> call) {
        ready.countDown();
        Waiting.forIt(go);
        while (!stopped) {
            count(call);
        }
        ended.countDown();
    }

    private void count(Callable<Boolean> call) {
        try {
            (call.call() ? calls : failures).increment();
        } catch (Exception e) {
            failures.increment();
        }
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
