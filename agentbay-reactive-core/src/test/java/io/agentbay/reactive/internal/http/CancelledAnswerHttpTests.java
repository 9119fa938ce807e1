package io.agentbay.reactive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.netty.http.client.PrematureCloseException;
import reactor.util.context.Context;

/** What is leaked here fails the class: see the gate of all tests. */
class CancelledAnswerHttpTests {

    /** Of so many, some meet the instant. */
    private static final int EXCHANGES = 1_500;

    @Test
    void anAnswerThatComesAtTheInstantOfACancelIsReleased() {
        try (var peer = Peer.answering((request, response) -> response.sendString(Mono.just("{\"a\":\"answer\"}")))) {
            long usual = usual(peer);
            for (int i = 0; i < EXCHANGES; i++) {
                var exchange = peer.transport
                        .exchange(peer.call())
                        .contextWrite(CancelledAnswerHttpTests::butForBrokenConnections)
                        .subscribe();
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(usual / 3, 2 * usual));
                exchange.dispose();
            }
            assertThat(peer.requests).hasPositiveValue();
        }
    }

    /**
     * A connection that an earlier cancel closes may be met by the next exchange: that one fails, and of 150,000 one failed
     * in the instant in which its subscriber left.
     */
    private static Context butForBrokenConnections(Context context) {
        return context.put("reactor.onErrorDropped.local", (Consumer<Throwable>) error -> {
            if (!(error.getCause() instanceof PrematureCloseException)) {
                Operators.onErrorDropped(error, Context.empty());
            }
        });
    }

    private static long usual(Peer peer) {
        long took = Long.MAX_VALUE;
        for (int i = 0; i < 300; i++) {
            long began = System.nanoTime();
            peer.transport.exchange(peer.call()).block();
            took = Math.min(took, System.nanoTime() - began);
        }
        return Math.max(took, TimeUnit.MICROSECONDS.toNanos(20));
    }
}
