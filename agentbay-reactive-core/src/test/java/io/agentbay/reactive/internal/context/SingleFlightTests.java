package io.agentbay.reactive.internal.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class SingleFlightTests {
    private final List<TestPublisher<String>> started = new ArrayList<>();
    private final SingleFlight<String> flights = new SingleFlight<>(key -> {
        TestPublisher<String> work = TestPublisher.create();
        started.add(work);
        return work.mono();
    });

    @Test
    void callersThatOverlapShareOnePieceOfWork() {
        var first = StepVerifier.create(flights.join("a"))
                .expectNext("x")
                .expectComplete()
                .verifyLater();
        var second = StepVerifier.create(flights.join("a"))
                .expectNext("x")
                .expectComplete()
                .verifyLater();
        var other = StepVerifier.create(flights.join("b"))
                .expectNext("y")
                .expectComplete()
                .verifyLater();
        assertThat(started).hasSize(2);
        started.get(0).emit("x");
        started.get(1).emit("y");
        first.verify();
        second.verify();
        other.verify();
    }

    @Test
    void nothingIsKeptAfterwards() {
        for (int round = 1; round <= 2; round++) {
            var caller = StepVerifier.create(flights.join("a"))
                    .expectNext("x")
                    .expectComplete()
                    .verifyLater();
            assertThat(started).hasSize(round);
            started.get(round - 1).emit("x");
            caller.verify();
        }
    }

    @Test
    void theCancelOfWhoeverStartedItIsNobodyElses() {
        var starter = flights.join("a").subscribe();
        var second = StepVerifier.create(flights.join("a"))
                .expectNext("x")
                .expectComplete()
                .verifyLater();
        starter.dispose();
        started.get(0).assertNotCancelled();
        started.get(0).emit("x");
        second.verify();
    }

    @Test
    void theCancelOfTheLastOneEndsTheWork() {
        var one = flights.join("a").subscribe();
        var two = flights.join("a").subscribe();
        one.dispose();
        two.dispose();
        started.get(0).assertCancelled();
        var next = StepVerifier.create(flights.join("a"))
                .expectNext("x")
                .expectComplete()
                .verifyLater();
        assertThat(started).hasSize(2);
        started.get(1).emit("x");
        next.verify();
    }

    @Test
    void whoJoinedWorkThatFailsGetsWorkOfItsOwn() {
        var starter = StepVerifier.create(flights.join("a"))
                .expectErrorMessage("boom")
                .verifyLater();
        var second = StepVerifier.create(flights.join("a"))
                .expectNext("x")
                .expectComplete()
                .verifyLater();
        var third = StepVerifier.create(flights.join("a"))
                .expectNext("x")
                .expectComplete()
                .verifyLater();
        started.get(0).error(new IllegalStateException("boom"));
        starter.verify();
        assertThat(started).hasSize(2);
        started.get(1).emit("x");
        second.verify();
        third.verify();
    }

    @Test
    void ofManyWhoJoinedFailingWorkEachFailsByTheSecondAtTheLatest() {
        var all = new ArrayList<StepVerifier>();
        for (int i = 0; i < 50; i++) {
            all.add(StepVerifier.create(flights.join("a"))
                    .expectErrorMessage("boom")
                    .verifyLater());
        }
        started.get(0).error(new IllegalStateException("boom"));
        started.get(1).error(new IllegalStateException("boom"));
        all.forEach(StepVerifier::verify);
        assertThat(started).hasSize(2);
    }

    @Test
    void anErrorBeforeAnyWorkStartsIsAnError() {
        var failing = new SingleFlight<String>(key -> {
            throw new IllegalStateException("boom");
        });
        StepVerifier.create(failing.join("a")).verifyErrorMessage("boom");
    }
}
