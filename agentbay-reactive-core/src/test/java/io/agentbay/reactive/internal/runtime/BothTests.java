package io.agentbay.reactive.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class BothTests {

    private final TestPublisher<String> first =
            TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
    private final TestPublisher<String> second =
            TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
    private final Mono<String> both = Both.of(first.mono(), second.mono(), String::concat);

    @Test
    void valuesAreJoinedInTheirOrderWhicheverComesFirst() {
        StepVerifier.create(both)
                .then(() -> second.emit("b"))
                .then(() -> first.emit("a"))
                .expectNext("ab")
                .verifyComplete();
    }

    @Test
    void nothingComesOfAnEmptyHalf() {
        StepVerifier.create(both)
                .then(first::complete)
                .then(() -> second.emit("b"))
                .verifyComplete();
    }

    @Test
    void anErrorEndsBothAtOnce() {
        StepVerifier.create(both)
                .then(() -> first.error(new IllegalStateException("first")))
                .verifyErrorMessage("first");
        second.assertCancelled();
    }

    /** With {@code Mono.zip} the second error is dropped, and this class's gate fails. */
    @Test
    void anErrorOfBothIsToldOnceAndNoneIsDropped() {
        StepVerifier.create(both)
                .then(() -> first.error(new IllegalStateException("first")))
                .then(() -> second.error(new IllegalStateException("second")))
                .expectErrorMessage("first")
                .verifyThenAssertThat()
                .hasNotDroppedErrors();
    }

    @Test
    void cancellingEndsBoth() {
        both.subscribe().dispose();
        first.assertCancelled();
        second.assertCancelled();
        assertThat(first.subscribeCount()).isEqualTo(1);
    }
}
