package io.agentbay.reactive.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** How the threads of a service end. */
class ServiceThreadsTests {

    private final ServiceThreads threads = new ServiceThreads();

    @Test
    void workThatHasBegunEndsFirstWithAllThatFollowsFromItAndNoneIsTakenAfterwards() throws Exception {
        var go = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        var followed = new AtomicBoolean();
        threads.workers().execute(() -> {
            interrupted.set(!awaited(go));
            threads.workers().execute(() -> followed.set(true));
        });
        var closing = threads.close().toFuture();

        assertThat(closing).isNotDone();
        go.countDown();
        closing.get();

        assertThat(interrupted).isFalse();
        assertThat(followed).isTrue();
        assertThatThrownBy(() -> threads.workers().execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void workThatBreaksDownIsOver() {
        threads.workers().execute(() -> {
            throw new IllegalStateException("broken");
        });

        threads.close().block(Duration.ofSeconds(30));
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
