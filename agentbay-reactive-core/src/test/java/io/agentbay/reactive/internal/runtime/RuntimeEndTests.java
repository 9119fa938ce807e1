package io.agentbay.reactive.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How the threads of a client end. */
class RuntimeEndTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final DefaultClientRuntime runtime = DefaultClientRuntime.create(Clock.systemUTC());

    @Test
    void aThreadEndsAndNeverKeptTheJvmAlive() throws Exception {
        var used = new CompletableFuture<Thread>();
        runtime.files().schedule(() -> used.complete(Thread.currentThread()));
        var thread = used.get();

        runtime.close().block(LIMIT);

        assertThat(thread.isDaemon()).isTrue();
        thread.join();
    }

    @Test
    void workThatHasBegunEndsFirstWithAllThatFollowsFromItAndNoneIsTakenAfterwards() throws Exception {
        var go = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        var followed = new AtomicBoolean();
        runtime.files().schedule(() -> {
            interrupted.set(!awaited(go));
            runtime.files().schedule(() -> followed.set(true));
        });
        var closing = runtime.close().toFuture();

        assertThat(closing).isNotDone();
        go.countDown();
        closing.get();

        assertThat(interrupted).isFalse();
        assertThat(followed).isTrue();
        refused(() -> runtime.files().schedule(() -> {}));
    }

    @Test
    void workThatNeverEndsIsInterruptedAfterAWhile() throws Exception {
        var ended = new CountDownLatch(1);
        runtime.files().schedule(() -> {
            var unused = awaited(new CountDownLatch(1));
            ended.countDown();
        });

        runtime.close().block(LIMIT);

        ended.await();
    }

    @Test
    void cancelledWorkHoldsNothingUp() {
        var worker = runtime.files().createWorker();
        var go = new CountDownLatch(1);
        var ran = new AtomicBoolean();
        worker.schedule(() -> awaited(go));
        worker.schedule(() -> ran.set(true));
        worker.dispose();
        go.countDown();

        runtime.close().block(LIMIT);

        assertThat(ran).isFalse();
    }

    @Test
    void workThatComesTooLateIsRefusedAndNotReportedAsAnUncaughtException() throws Exception {
        var worker = runtime.files().createWorker();
        runtime.close().block(LIMIT);
        var uncaught = new AtomicReference<Throwable>();
        var tried = new CompletableFuture<Void>();
        var thread = new Thread(() -> {
            refused(() -> runtime.files().schedule(() -> {}));
            refused(() -> worker.schedule(() -> {}));
            tried.complete(null);
        });
        thread.setUncaughtExceptionHandler((late, error) -> uncaught.set(error));

        thread.start();
        thread.join();

        assertThat(uncaught).hasNullValue();
        assertThat(tried).isCompleted();
    }

    private static void refused(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(RejectedExecutionException.class).hasMessage("The client has ended");
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
