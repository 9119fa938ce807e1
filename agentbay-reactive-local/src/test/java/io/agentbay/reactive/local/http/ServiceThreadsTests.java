package io.agentbay.reactive.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ServiceThreadsTests {

    private static Set<Thread> thoseThatKeepAJvmAlive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon())
                .collect(Collectors.toSet());
    }

    /** A program that closed its service is to end at once. */
    @Test
    void workThatWasBegunIsWaitedForAndNoThreadIsLeftThatKeepsAJvmAlive() {
        var before = thoseThatKeepAJvmAlive();
        var threads = new ServiceThreads();
        var done = new AtomicBoolean();
        threads.workers().schedule(() -> done.set(true));

        threads.close().block(Duration.ofSeconds(30));

        assertThat(done).isTrue();
        assertThat(thoseThatKeepAJvmAlive()).isSubsetOf(before);
    }
}
