package io.agentbay.reactive.internal.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
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

    @Test
    void everyCallerOfACrowdGetsItsValueHoweverOthersCancelAndFail() {
        var calls = new AtomicInteger();
        var crowd = new SingleFlight<Integer>(key -> Mono.fromSupplier(calls::incrementAndGet)
                .delayElement(Duration.ofNanos(20_000))
                .flatMap(n -> n % 7 == 0 ? Mono.error(new IllegalStateException("boom")) : Mono.just(n)));
        var outcomes = Flux.range(0, 4_000)
                .flatMap(
                        n -> crowd.join("k")
                                .onErrorResume(e -> Mono.just(-1))
                                .timeout(n % 5 == 0 ? Duration.ofNanos(10_000) : Duration.ofMinutes(2), Mono.just(0))
                                .subscribeOn(Schedulers.parallel()),
                        64)
                .filter(n -> n != 0)
                .count();
        StepVerifier.create(outcomes)
                .assertNext(count -> assertThat(count).isGreaterThanOrEqualTo(3_200))
                .expectComplete()
                .verify(Duration.ofMinutes(2));
        assertThat(calls.get()).isBetween(1, 3_999);
    }
}
