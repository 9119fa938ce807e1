package io.agentbay.reactive.checks;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Proves that the watchmen are awake: each method does what is forbidden and says whether it was caught. */
public final class SelfCheck {

    private SelfCheck() {}

    /** Sleeps on a thread that must not block; returns what came of it. */
    public static Throwable blocking() {
        try {
            Mono.fromCallable(SelfCheck::sleep)
                    .subscribeOn(Schedulers.parallel())
                    .block(Duration.ofSeconds(10));
        } catch (RuntimeException caught) {
            return caught.getCause() == null ? caught : caught.getCause();
        }
        return new IllegalStateException("BlockHound is off");
    }

    private static boolean sleep() throws InterruptedException {
        Thread.sleep(1);
        return true;
    }
}
