package io.agentbay.reactive.internal.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.config.CallOptions;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.context.AgentBayContext.State;
import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.PermissionDeniedException;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.internal.event.DefaultOperations;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.wire.Wires;
import io.agentbay.reactive.stub.Answer;
import io.agentbay.reactive.stub.FakePipeline;
import io.agentbay.reactive.stub.VirtualRuntime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class DefaultContextOperationsTests {
    private static final ContextId ID = ContextId.of("c-1");
    private static final Answer MISSING = Answer.error(400, "InvalidContext.NotFound", "Context not found");
    private final VirtualRuntime runtime = new VirtualRuntime();

    @Test
    void aContextAsTheServiceDescribesIt() {
        var answer =
                Answer.ok("{\"Id\":\"c-1\",\"Name\":\"n\",\"State\":\"in-use\",\"CreateTime\":\"2026-11-22 13:52:04\","
                        + "\"LastUsedTime\":\"2026-11-22T15:00:00+08:00\",\"OsType\":\"linux\"}");
        StepVerifier.create(contexts(FakePipeline.answering(answer)).getOrCreate("n"))
                .expectNext(new AgentBayContext(
                        ID,
                        "n",
                        State.IN_USE,
                        Instant.parse("2026-11-22T13:52:04Z"),
                        Instant.parse("2026-11-22T07:00:00Z"),
                        "linux"))
                .verifyComplete();
    }

    @ParameterizedTest
    @CsvSource({"available,AVAILABLE", "clearing,CLEARING", "pre-available,PREPARING", "brand-new,UNKNOWN", "'',UNKNOWN"
    })
    void statesAndTimesNobodyKnows(String word, State state) {
        var answer = Answer.ok("{\"Id\":\"c-1\",\"Name\":\"n\",\"State\":\"" + word
                + "\",\"CreateTime\":\"yesterday\",\"OsType\":\"\"}");
        StepVerifier.create(contexts(FakePipeline.answering(answer)).get(ID))
                .expectNext(new AgentBayContext(ID, "n", state, null, null, null))
                .verifyComplete();
    }

    @Test
    void anAbsentContextIsAnErrorOfGetAndNothingOfFind() {
        for (Answer absent : new Answer[] {MISSING, Answer.ok("null"), Answer.ok()}) {
            var contexts = contexts(FakePipeline.answering(absent));
            StepVerifier.create(contexts.get("n")).verifyError(NotFoundException.class);
            StepVerifier.create(contexts.get(ID)).verifyError(NotFoundException.class);
            StepVerifier.create(contexts.find("n")).verifyComplete();
        }
    }

    @Test
    void findHidesNoOtherFailure() {
        var contexts = contexts(FakePipeline.answering(Answer.error(403, "Forbidden", "no")));
        StepVerifier.create(contexts.find("n")).verifyError(PermissionDeniedException.class);
        var session = contexts(FakePipeline.answering(Answer.error(400, "InvalidMcpSession.NotFound", "gone")));
        StepVerifier.create(session.find("n")).verifyError(NotFoundException.class);
    }

    @Test
    void nothingHappensBeforeSubscribing() {
        var pipeline = FakePipeline.answering(context("n"));
        var contexts = contexts(pipeline);
        var unused = java.util.List.of(
                contexts.getOrCreate("n"), contexts.get("n"), contexts.list(), contexts.delete(ID), contexts.clear(ID));
        assertThat(unused).hasSize(5);
        assertThat(pipeline.calls).isEmpty();
    }

    @Test
    void badArgumentsThrowAtTheCall() {
        var contexts = contexts(FakePipeline.answering(context("n")));
        assertThatThrownBy(() -> contexts.getOrCreate(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> contexts.get((String) null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> contexts.rename(ID, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> contexts.delete(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void aCallersDeadlineEndsItsOwnWaitOnly() {
        var pipeline = FakePipeline.answering(request ->
                Mono.delay(Duration.ofSeconds(10), runtime.timer()).thenReturn(FakePipeline.toHttp(context("n"))));
        var contexts = contexts(pipeline);
        var hasty = StepVerifier.create(
                        contexts.getOrCreate("n").contextWrite(CallOptions.deadline(Duration.ofSeconds(1))))
                .expectError(DeadlineExceededException.class)
                .verifyLater();
        var patient = StepVerifier.create(contexts.getOrCreate("n"))
                .expectNextCount(1)
                .expectComplete()
                .verifyLater();
        runtime.advance(Duration.ofSeconds(1));
        hasty.verify();
        runtime.advance(Duration.ofSeconds(9));
        patient.verify();
        assertThat(pipeline.calls).hasSize(1);
    }

    @Test
    void listsByPrefixOverAllPages() {
        var pipeline = FakePipeline.answering(
                Answer.ok("[{\"Id\":\"1\",\"Name\":\"a-1\"},{\"Id\":\"2\",\"Name\":\"b-1\"}]", "\"NextToken\":\"t\""),
                Answer.ok("[{\"Id\":\"3\",\"Name\":\"a-2\"}]", "\"NextToken\":\"\""));
        StepVerifier.create(contexts(pipeline).list("a-").map(AgentBayContext::name))
                .expectNext("a-1", "a-2")
                .verifyComplete();
        assertThat(pipeline.requests.get(0).form()).doesNotContainKey("NextToken");
        assertThat(pipeline.requests.get(1).form()).containsEntry("NextToken", "t");
    }

    @Test
    void deletingTwiceIsNoErrorButDeletingWhatWasNeverSeenIs() {
        var contexts = contexts(FakePipeline.answering(Answer.ok(), MISSING));
        StepVerifier.create(contexts.delete(ID)).verifyComplete();
        StepVerifier.create(contexts.delete(ID)).verifyComplete();
        StepVerifier.create(contexts.delete(ContextId.of("typo"))).verifyError(NotFoundException.class);
    }

    @Test
    void whatWasReadMayBeDeletedByOthersFirst() {
        var contexts = contexts(FakePipeline.answering(context("n"), MISSING));
        StepVerifier.create(contexts.get("n").flatMap(contexts::delete)).verifyComplete();
    }

    @Test
    void renameReadsTheContextAnew() {
        var pipeline = FakePipeline.answering(Answer.ok(), context("new"));
        StepVerifier.create(contexts(pipeline).rename(ID, "new").map(AgentBayContext::name))
                .expectNext("new")
                .verifyComplete();
        assertThat(pipeline.requests.get(0).form()).containsEntry("Id", "c-1").containsEntry("Name", "new");
    }

    @Test
    void clearWaitsUntilTheContextIsAvailableAgain() {
        var pipeline = FakePipeline.answering(
                Answer.ok(),
                state("clearing"),
                Answer.error(503, "", "later"),
                state("pre-available"),
                state("available"));
        var clear = StepVerifier.create(contexts(pipeline).clear(ID))
                .expectComplete()
                .verifyLater();
        assertThat(pipeline.calls).hasSize(1);
        for (int polls = 1; polls <= 4; polls++) {
            runtime.advance(Duration.ofMillis(1999));
            assertThat(pipeline.calls).hasSize(polls);
            runtime.advance(Duration.ofMillis(1));
            assertThat(pipeline.calls).hasSize(polls + 1);
        }
        clear.verify();
    }

    @Test
    void clearGivesUpAtItsLimitAndStopsAsking() {
        var pipeline = FakePipeline.answering(Answer.ok(), state("clearing"));
        var clear = StepVerifier.create(contexts(pipeline).clear(ID))
                .expectErrorSatisfies(e -> assertThat(((DeadlineExceededException) e).mayHaveHappened())
                        .isTrue())
                .verifyLater();
        runtime.advance(Duration.ofSeconds(60));
        clear.verify();
        int asked = pipeline.calls.size();
        runtime.advance(Duration.ofMinutes(5));
        assertThat(pipeline.calls).hasSize(asked);
    }

    @Test
    void aCancelledClearStopsAskingAndAPermanentFailureEndsIt() {
        var pipeline = FakePipeline.answering(Answer.ok(), state("clearing"));
        var waiting = contexts(pipeline).clear(ID).subscribe();
        runtime.advance(Duration.ofSeconds(2));
        waiting.dispose();
        runtime.advance(Duration.ofMinutes(1));
        assertThat(pipeline.calls).hasSize(2);
        var gone = StepVerifier.create(
                        contexts(FakePipeline.answering(Answer.ok(), MISSING)).clear(ID))
                .expectError(NotFoundException.class)
                .verifyLater();
        runtime.advance(Duration.ofSeconds(2));
        gone.verify();
    }

    @Test
    void clearingTellsEachStateOnceAndThePhases() {
        var pipeline = FakePipeline.answering(
                Answer.ok(),
                state("clearing"),
                state("clearing"),
                state("brand-new"),
                Answer.error(503, "", "later"),
                state("available"));
        var events = new ArrayList<OperationEvent>();
        var clear = StepVerifier.create(
                        contexts(pipeline).clearing(ID).contextWrite(OperationEvent.listener(events::add)))
                .expectNext(State.CLEARING, State.UNKNOWN, State.AVAILABLE)
                .expectComplete()
                .verifyLater();
        runtime.advance(Duration.ofSeconds(10));
        clear.verify();
        assertThat(events)
                .extracting(event -> event.type() + " " + event.progress().phase() + " "
                        + event.progress().current())
                .containsExactly(
                        "started PLANNING null",
                        "advanced TRIGGERED null",
                        "advanced CONFIRMING CLEARING",
                        "advanced CONFIRMING UNKNOWN",
                        "advanced CONFIRMING AVAILABLE",
                        "completed DONE AVAILABLE");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.operation().kind()).isEqualTo(Operation.Kind.CLEAR);
            assertThat(event.operation().contextId()).isEqualTo("c-1");
        });
    }

    @Test
    void manyContextsComeInTheOrderOfTheirNamesAndFewAtATime() {
        var under = new AtomicInteger();
        var most = new AtomicInteger();
        var pipeline = FakePipeline.answering(request -> {
            most.accumulateAndGet(under.incrementAndGet(), Math::max);
            var name = request.form().get("Name");
            var pause = Duration.ofMillis(100 - Integer.parseInt(name));
            return Mono.delay(pause, runtime.timer())
                    .thenReturn(FakePipeline.toHttp(context(name)))
                    .doOnTerminate(under::decrementAndGet);
        });
        var names = IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        var all = StepVerifier.create(contexts(pipeline).getOrCreateAll(names).map(AgentBayContext::name))
                .expectNextSequence(names)
                .expectComplete()
                .verifyLater();
        runtime.advance(Duration.ofSeconds(10));
        all.verify();
        assertThat(most.get()).isEqualTo(16);
        assertThat(pipeline.calls).hasSize(100);
    }

    @Test
    void theFirstFailureOfManyEndsThemAndBlankNamesThrow() {
        var pipeline = FakePipeline.answering(request -> Mono.just(FakePipeline.toHttp(
                "bad".equals(request.form().get("Name")) ? Answer.error(403, "Forbidden", "no") : context("n"))));
        StepVerifier.create(contexts(pipeline).getOrCreateAll(List.of("a", "bad", "b")))
                .expectNextCount(1)
                .verifyError(PermissionDeniedException.class);
        assertThatThrownBy(() -> contexts(pipeline).getOrCreateAll(List.of("a", " ")))
                .isInstanceOf(IllegalArgumentException.class);
        StepVerifier.create(contexts(pipeline).getOrCreateAll(List.of())).verifyComplete();
    }

    private DefaultContextOperations contexts(FakePipeline pipeline) {
        var wires = Wires.of(pipeline, runtime, JsonCodec.strict(), URI.create("https://host"), null);
        return new DefaultContextOperations(
                wires.contexts(),
                new DefaultOperations(runtime),
                runtime,
                Duration.ofSeconds(60),
                id -> null,
                new KnownStores());
    }

    private static Answer context(String name) {
        return Answer.ok("{\"Id\":\"c-1\",\"Name\":\"" + name + "\",\"State\":\"available\"}");
    }

    private static Answer state(String word) {
        return Answer.ok("{\"Id\":\"c-1\",\"Name\":\"n\",\"State\":\"" + word + "\"}");
    }
}
