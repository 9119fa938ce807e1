package io.agentbay.reactive.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How the threads of a client end. */
class RuntimeEndTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final DefaultClientRuntime runtime = DefaultClientRuntime.create(Clock.systemUTC());

    private static Set<Thread> thoseThatKeepAJvmAlive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon())
                .collect(Collectors.toSet());
    }

    /** A program that closed its client is to end at once. */
    @Test
    void noThreadThatIsLeftKeepsAJvmAlive() {
        var before = thoseThatKeepAJvmAlive();
        runtime.files().schedule(() -> {});

        runtime.close().block(LIMIT);

        assertThat(thoseThatKeepAJvmAlive()).isSubsetOf(before);
    }

    @Test
    void workThatWasBegunIsWaitedForAndNoneIsTakenAfterwards() {
        var done = new AtomicBoolean();
        runtime.files().schedule(() -> done.set(true));

        runtime.close().block(LIMIT);

        assertThat(done).isTrue();
        assertThatThrownBy(() -> runtime.files().schedule(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }
}
