package io.agentbay.reactive.internal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.stub.VirtualRuntime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PollBudgetTests {

    private final VirtualRuntime runtime = new VirtualRuntime();
    private final PollBudget budget = new PollBudget(runtime, 1);
    private final AtomicInteger served = new AtomicInteger();

    @Test
    void oneWhoThrowsPastReactorDoesNotHoldUpTheOthers() {
        List<Throwable> dropped = new ArrayList<>();
        Consumer<Throwable> hook = dropped::add;
        acquire();
        budget.acquire()
                .doOnSuccess(done -> {
                    throw new NoClassDefFoundError("planted");
                })
                .contextWrite(context -> context.put("reactor.onErrorDropped.local", hook))
                .subscribe();
        acquire();
        runtime.advance(Duration.ofSeconds(5));
        acquire();
        runtime.advance(Duration.ofSeconds(5));
        assertThat(served).hasValue(3);
        assertThat(dropped).hasSize(1).first().isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void whoeverLeavesGivesItsPlaceBack() {
        acquire();
        var impatient = budget.acquire().subscribe(done -> {}, error -> {}, served::incrementAndGet);
        acquire();
        impatient.dispose();
        runtime.advance(Duration.ofMillis(1_100));
        assertThat(served).hasValue(2);
    }

    private void acquire() {
        budget.acquire().subscribe(done -> {}, error -> {}, served::incrementAndGet);
    }
}
