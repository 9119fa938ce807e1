package io.agentbay.reactive.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.error.SubscriberTooSlowException;
import io.agentbay.reactive.event.EventBuffer;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.Operation.Kind;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.event.Progress;
import io.agentbay.reactive.event.Progress.Phase;
import io.agentbay.reactive.internal.event.Operations.Spec;
import io.agentbay.reactive.stub.VirtualRuntime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

/** Who is told what, once, in order, and however slow he is. */
class OperationTests {

    private static final Spec UPLOAD = new Spec(Kind.UPLOAD, "s-1", "ctx", "/mnt/data");

    private final VirtualRuntime runtime = new VirtualRuntime();
    private final DefaultOperations operations = new DefaultOperations(runtime);

    private <T> Mono<T> run(Function<ProgressSink, Mono<T>> work) {
        return operations.run(UPLOAD, value -> null, work);
    }

    @Test
    void aWatchedWorkTellsOfItselfAndOfWhatRunsInsideIt() {
        var events =
                OperationEvent.streamOf(run(sink -> run(inner -> Mono.just(1)))).collectList();
        var all = events.block();
        assertThat(all)
                .extracting(event -> event.operation().kind() + " " + event.type())
                .containsExactly(
                        "WORK started",
                        "UPLOAD started",
                        "UPLOAD started",
                        "UPLOAD completed",
                        "UPLOAD completed",
                        "WORK completed");
        assertThat(all.get(1).operation().parentId())
                .isEqualTo(all.get(0).operation().id());
        assertThat(all.get(2).operation().parentId())
                .isEqualTo(all.get(1).operation().id());
        assertThat(all).extracting(OperationEvent::sequence).isSorted();
    }

    @Test
    void aFailureIsAnEventAndThenTheErrorOfTheStream() {
        StepVerifier.create(OperationEvent.streamOf(run(sink -> Mono.error(new IllegalStateException("boom"))))
                        .map(event -> event.operation().kind() + " " + event.type()))
                .expectNext("WORK started", "UPLOAD started", "UPLOAD failed", "WORK failed")
                .verifyErrorMessage("boom");
    }

    @Test
    void aRecoveredFailureInsideLeavesTheWorkWell() {
        StepVerifier.create(OperationEvent.streamOf(run(sink -> Mono.error(new IllegalStateException("boom")))
                                .onErrorReturn("ok"))
                        .map(event -> event.operation().kind() + " " + event.type()))
                .expectNext("WORK started", "UPLOAD started", "UPLOAD failed", "WORK completed")
                .verifyComplete();
    }

    @Test
    void plainWorkThatFailsIsToldToo() {
        StepVerifier.create(OperationEvent.streamOf(Mono.error(new IllegalStateException("boom")))
                        .map(OperationEvent::type))
                .expectNext("started", "failed")
                .verifyErrorMessage("boom");
    }

    @Test
    void cancellingTheStreamCancelsTheWorkAndEachOperationEndsOnce() {
        var source = TestPublisher.<String>create();
        List<String> outside = new ArrayList<>();
        StepVerifier.create(OperationEvent.streamOf(run(sink -> source.mono()))
                        .contextWrite(OperationEvent.listener(
                                event -> outside.add(event.operation().kind() + " " + event.type()))))
                .expectNextCount(2)
                .thenCancel()
                .verify();
        source.assertCancelled();
        assertThat(outside)
                .containsExactlyInAnyOrder("WORK started", "UPLOAD started", "UPLOAD cancelled", "WORK cancelled");
    }

    @Test
    void everySubscriptionIsARunOfItsOwn() {
        var events = OperationEvent.streamOf(run(sink -> Mono.just(1)))
                .map(event -> event.operation().id());
        assertThat(events.collectList().block())
                .doesNotContainAnyElementsOf(events.collectList().block());
    }

    @Test
    void aListenerThatThrowsDisturbsNothingAndSeveralAddUp() {
        List<String> seen = new ArrayList<>();
        var value = run(sink -> Mono.just("kept"))
                .contextWrite(OperationEvent.listener(event -> seen.add(event.type())))
                .contextWrite(OperationEvent.listener(event -> {
                    throw new IllegalStateException("listener");
                }))
                .block();
        assertThat(value).isEqualTo("kept");
        assertThat(seen).containsExactly("started", "completed");
    }

    @Test
    void progressIsToldTenTimesASecondAtMostAndTheLatestAlways() {
        List<OperationEvent> seen = new ArrayList<>();
        var work = run(sink -> Flux.range(1, 100)
                .delayElements(Duration.ofMillis(10), runtime.timer())
                .doOnNext(n -> sink.update(now -> now.withFiles(Figure.measured(n), null)))
                .then(Mono.delay(Duration.ofSeconds(1), runtime.timer())));
        var subscription = work.contextWrite(OperationEvent.listener(seen::add)).subscribe();
        runtime.advance(Duration.ofMillis(1_500));
        var advanced =
                seen.stream().filter(OperationEvent.Advanced.class::isInstance).toList();
        assertThat(advanced).hasSizeBetween(9, 12);
        assertThat(advanced.get(advanced.size() - 1).progress().filesDone()).isEqualTo(Figure.measured(100));
        subscription.dispose();
    }

    @Test
    void aChangeOfPhaseIsToldAtOnceAndNothingAfterTheEnd() {
        List<String> seen = new ArrayList<>();
        List<ProgressSink> kept = new ArrayList<>();
        var value = run(sink -> {
                    kept.add(sink);
                    sink.update(now -> now.withPhase(Phase.TRIGGERED));
                    sink.update(now -> now.withPhase(Phase.QUEUED));
                    sink.itemFailed("a.txt", new Failure("X", "no", null, null, false));
                    return Mono.just(1);
                })
                .contextWrite(OperationEvent.listener(
                        event -> seen.add(event.type() + " " + event.progress().phase())))
                .block();
        kept.get(0).update(now -> now.withPhase(Phase.VERIFYING));
        kept.get(0).itemFailed("b.txt", new Failure("X", "no", null, null, false));
        runtime.advance(Duration.ofSeconds(1));
        assertThat(value).isEqualTo(1);
        assertThat(seen)
                .containsExactly(
                        "started PLANNING",
                        "advanced TRIGGERED",
                        "advanced QUEUED",
                        "item-failed QUEUED",
                        "completed DONE");
    }

    @Test
    void theBusShowsAllOperationsWithGrowingNumbers() {
        List<OperationEvent> seen = new CopyOnWriteArrayList<>();
        var subscription = operations.events(null).subscribe(seen::add);
        Flux.range(0, 200)
                .flatMap(n -> run(sink -> Mono.just(n)).subscribeOn(Schedulers.parallel()), 16)
                .blockLast();
        runtime.advance(Duration.ofMillis(1));
        assertThat(seen)
                .hasSize(400)
                .extracting(OperationEvent::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
        subscription.dispose();
    }

    @Test
    void aSlowSubscriberOfTheBusGetsProgressFoldedAndEveryStartAndEnd() {
        TestSubscriber<OperationEvent> slow =
                TestSubscriber.builder().initialRequest(1).build();
        operations.events(null).subscribe(slow);
        tenStepsOfProgress();
        assertThat(slow.getReceivedOnNext()).singleElement().isInstanceOf(OperationEvent.Started.class);
        slow.request(10);
        runtime.advance(Duration.ofMillis(1));
        assertThat(slow.getReceivedOnNext())
                .extracting(OperationEvent::type)
                .containsExactly("started", "gap", "completed");
        assertThat(((OperationEvent.Gap) slow.getReceivedOnNext().get(1)).missed())
                .isEqualTo(9);
        slow.cancel();
    }

    private void tenStepsOfProgress() {
        var done = run(sink -> Flux.range(1, 10)
                        .delayElements(Duration.ofMillis(100), runtime.timer())
                        .doOnNext(n -> sink.update(now -> now.withFiles(Figure.measured(n), null)))
                        .then(Mono.just(1)))
                .subscribe();
        runtime.advance(Duration.ofSeconds(2));
        assertThat(done.isDisposed()).isTrue();
    }

    @Test
    void aSubscriberThatNeverAsksEndsWithAnErrorInsteadOfSilence() {
        var buffer = new EventBuffer();
        for (int n = 1; n <= EventBuffer.CAPACITY + 10; n++) {
            buffer.offer(started(n));
        }
        StepVerifier.create(buffer.events())
                .expectNextCount(EventBuffer.CAPACITY)
                .verifyError(SubscriberTooSlowException.class);
        assertThat(buffer.isOver()).isTrue();
    }

    @Test
    void aSubscriberOfTheBusThatThrowsIsNobodyElsesTrouble() {
        List<OperationEvent> seen = new ArrayList<>();
        var bad = operations
                .events(null)
                .subscribe(
                        event -> {
                            throw new IllegalStateException("subscriber");
                        },
                        error -> {});
        var good = operations.events(null).subscribe(seen::add);
        assertThat(run(sink -> Mono.just(1)).block()).isEqualTo(1);
        runtime.advance(Duration.ofMillis(1));
        assertThat(seen).hasSize(2);
        assertThat(bad.isDisposed()).isTrue();
        good.dispose();
    }

    @Test
    void theBusCompletesWithItsClient() {
        StepVerifier.create(operations.events(null))
                .then(() -> {
                    operations.complete();
                    runtime.advance(Duration.ofMillis(1));
                })
                .verifyComplete();
    }

    private OperationEvent started(long n) {
        return new OperationEvent.Started(
                n,
                runtime.clock().instant(),
                new Operation("op-" + n, Kind.UPLOAD, null, null, null, null),
                Progress.in(Phase.PLANNING));
    }
}
