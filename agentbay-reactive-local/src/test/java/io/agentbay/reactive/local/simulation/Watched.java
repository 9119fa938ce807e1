package io.agentbay.reactive.local.simulation;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a world on a thread of its own with an eye on the real time: one that goes round inside a single event has no
 * other end. The thread of such a one stays until the JVM ends.
 */
public final class Watched {

    /** Longer than any world takes, on a machine that does much else besides. */
    private static final Duration MOST = Duration.ofMinutes(1);

    /** What is said of a world that has no end. */
    public static final class EndlessException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EndlessException(String what, Duration most) {
            super(what + " did not end within " + most.toSeconds() + " s");
        }
    }

    private Watched() {}

    /** What the work returns or throws; {@link EndlessException} when it does neither. */
    public static <T> T run(String what, Callable<T> work) {
        return run(what, MOST, work);
    }

    static <T> T run(String what, Duration most, Callable<T> work) {
        var task = new FutureTask<>(work);
        var thread = new Thread(task, what);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new EndlessException(what, most);
        } catch (ExecutionException e) {
            throw new IllegalStateException(what, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
