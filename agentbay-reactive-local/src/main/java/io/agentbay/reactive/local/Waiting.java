package io.agentbay.reactive.local;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The two calls of this module that wait, and the threads on which they refuse to. */
final class Waiting {

    private Waiting() {}

    static <T> T on(String what, String instead, Mono<T> work) {
        refuse(what, instead);
        T value = work.block();
        if (value == null) {
            throw new IllegalStateException(what + " ended without a result.");
        }
        return value;
    }

    static void forEnd(String what, String instead, Mono<Void> work) {
        refuse(what, instead);
        work.block();
    }

    private static void refuse(String what, String instead) {
        if (Schedulers.isInNonBlockingThread()) {
            throw new IllegalStateException(
                    what + "() waits and this is a non-blocking thread; use " + instead + "() instead.");
        }
    }
}
