package io.agentbay.reactive.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.error.UnexpectedResponseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PagesTests {
    private final List<String> asked = new ArrayList<>();

    @Test
    void walksAllPagesAndAsksForTheFirstWithoutAToken() {
        StepVerifier.create(pages(3))
                .expectNext("0a", "0b", "1a", "1b", "2a", "2b")
                .verifyComplete();
        assertThat(asked).containsExactly("first", "1", "2");
    }

    @Test
    void asksForAPageOnlyOnDemand() {
        StepVerifier.create(pages(3), 0)
                .then(() -> assertThat(asked).isEmpty())
                .thenRequest(2)
                .expectNext("0a", "0b")
                .then(() -> assertThat(asked).containsExactly("first"))
                .thenRequest(1)
                .expectNext("1a")
                .then(() -> assertThat(asked).containsExactly("first", "1"))
                .thenCancel()
                .verify();
        assertThat(asked).containsExactly("first", "1");
    }

    @Test
    void eachSubscriptionStartsAnew() {
        var pages = pages(2);
        StepVerifier.create(pages).expectNextCount(4).verifyComplete();
        StepVerifier.create(pages).expectNextCount(4).verifyComplete();
        assertThat(asked).containsExactly("first", "1", "first", "1");
    }

    @Test
    void anEmptyPageInTheMiddleEndsNothing() {
        var pages = Pages.all(
                "List",
                token -> Mono.just(
                        token == null ? new Page<String>(List.of(), "more") : new Page<>(List.of("x"), null)));
        StepVerifier.create(pages).expectNext("x").verifyComplete();
    }

    @Test
    void aTokenThatComesBackFailsTheList() {
        var pages = Pages.all("List", token -> Mono.just(new Page<>(List.of("x"), "same")));
        StepVerifier.create(pages.take(10)).expectNext("x").verifyErrorSatisfies(e -> {
            assertThat(e).isInstanceOf(UnexpectedResponseException.class);
            assertThat(((UnexpectedResponseException) e).operation()).isEqualTo("List");
        });
    }

    @Test
    void anErrorMidwayArrivesAfterTheItemsBeforeIt() {
        var pages = Pages.all(
                "List",
                token -> token == null
                        ? Mono.just(new Page<>(List.of("x"), "t"))
                        : Mono.error(new IllegalStateException("boom")));
        StepVerifier.create(pages).expectNext("x").verifyErrorMessage("boom");
    }

    @Test
    void thousandsOfPagesNeedNoDeepStack() {
        var pages = Pages.all("List", token -> {
            int number = token == null ? 0 : Integer.parseInt(token);
            return Mono.just(new Page<>(List.of(number), number < 20_000 ? "" + (number + 1) : null));
        });
        StepVerifier.create(pages.count()).expectNext(20_001L).verifyComplete();
    }

    private Flux<String> pages(int count) {
        return Pages.all(
                "List",
                token -> Mono.fromSupplier(() -> {
                    asked.add(token == null ? "first" : token);
                    int number = token == null ? 0 : Integer.parseInt(token);
                    var items = IntStream.of('a', 'b')
                            .mapToObj(c -> number + "" + (char) c)
                            .toList();
                    return new Page<>(items, number + 1 < count ? "" + (number + 1) : null);
                }));
    }
}
