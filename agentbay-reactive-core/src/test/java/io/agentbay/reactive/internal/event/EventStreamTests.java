package io.agentbay.reactive.internal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.event.ActiveOperation;
import io.agentbay.reactive.event.EventPosition;
import io.agentbay.reactive.event.Operation.Kind;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.internal.event.Operations.Spec;
import io.agentbay.reactive.stub.VirtualRuntime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

/** What a reader gets who comes late, comes back, or came from another client. */
class EventStreamTests {

    private final VirtualRuntime runtime = new VirtualRuntime();
    private final DefaultOperations operations = new DefaultOperations(runtime);
    private final String source = operations.activity().position().source();

    private <T> Mono<T> run(Function<ProgressSink, Mono<T>> work) {
        return operations.run(new Spec(Kind.UPLOAD, "s-1", "ctx", "/mnt/data"), value -> null, work);
    }

    private List<OperationEvent> read(@Nullable EventPosition after) {
        List<OperationEvent> seen = new ArrayList<>();
        Disposable reader = operations.events(after).subscribe(seen::add);
        runtime.advance(Duration.ofMillis(1));
        reader.dispose();
        return seen;
    }

    private EventPosition after(long sequence) {
        return new EventPosition(source, sequence);
    }

    @Test
    void oneWhoComesBackGetsWhatHeMissedAndThenWhatHappens() {
        run(sink -> Mono.just(1)).block();
        run(sink -> Mono.just(2)).block();
        List<OperationEvent> seen = new ArrayList<>();
        Disposable reader = operations.events(after(1)).subscribe(seen::add);
        run(sink -> Mono.just(3)).block();
        runtime.advance(Duration.ofMillis(1));
        reader.dispose();
        assertThat(seen).extracting(OperationEvent::sequence).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(read(seen.get(4).position())).isEmpty();
    }

    @Test
    void oneWhoComesLateWithoutAPositionGetsWhatHappensFromThenOn() {
        run(sink -> Mono.just(1)).block();
        assertThat(read(null)).isEmpty();
    }

    @Test
    void aPositionIsTextAndBack() {
        run(sink -> Mono.just(1)).block();
        String id = read(after(0)).get(0).position().toString();
        assertThat(id).isEqualTo(source + "-1");
        assertThat(EventPosition.parse(id)).isEqualTo(after(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventPosition.parse("hello"))
                .withMessageContaining("hello");
        assertThatIllegalArgumentException().isThrownBy(() -> EventPosition.parse(""));
    }

    @Test
    void progressLeftOutOfAReplayIsTold() {
        progress(5);
        assertThat(read(after(0))).extracting(OperationEvent::type).containsExactly("started", "gap", "completed");
        assertThat(((OperationEvent.Gap) read(after(0)).get(1)).missed()).isEqualTo(4);
        assertThat(((OperationEvent.Gap) read(after(3)).get(0)).missed()).isNull();
        assertThat(read(after(5)).get(0)).isInstanceOf(OperationEvent.Advanced.class);
        assertThat(read(after(6))).extracting(OperationEvent::type).containsExactly("completed");
    }

    private void progress(int steps) {
        Disposable work = run(sink -> Flux.range(1, steps)
                        .delayElements(Duration.ofMillis(200), runtime.timer())
                        .doOnNext(n -> sink.update(now -> now.withFiles(Figure.measured(n), null)))
                        .then(Mono.just(1)))
                .subscribe();
        runtime.advance(Duration.ofSeconds(1 + steps));
        assertThat(work.isDisposed()).isTrue();
    }

    @Test
    void aReaderOfAnotherClientSeesAGapAndAllThatIsRemembered() {
        run(sink -> Mono.just(1)).block();
        var seen = read(new EventPosition("0123456789ab", 7));
        assertThat(seen).extracting(OperationEvent::type).containsExactly("gap", "started", "completed");
        assertThat(seen.get(0).operation().kind()).isEqualTo(Kind.STREAM);
        assertThat(((OperationEvent.Gap) seen.get(0)).missed()).isNull();
        assertThat(read(seen.get(0).position())).hasSize(2);
        assertThat(read(after(1_000)).get(0).operation().kind()).isEqualTo(Kind.STREAM);
    }

    @Test
    void aPositionThatIsForgottenIsAGapThatSaysHowMuch() {
        int runs = EventLog.KEPT / 2 + 500;
        Flux.range(0, runs).concatMap(n -> run(sink -> Mono.just(n))).blockLast();
        var seen = read(after(10));
        assertThat(seen).hasSize(EventLog.KEPT + 1);
        assertThat(((OperationEvent.Gap) seen.get(0)).missed()).isEqualTo(990);
        assertThat(seen.get(0).sequence()).isEqualTo(1_000);
        assertThat(seen).extracting(OperationEvent::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(read(after(1_000)).get(0)).isInstanceOf(OperationEvent.Started.class);
    }

    @Test
    void oneWhoBeginsToWatchSeesWhatIsUnderWayAndNothingTwice() {
        var source = TestPublisher.<Integer>create();
        Disposable open = run(sink -> {
                    sink.session("s-2");
                    sink.update(now -> now.withFiles(Figure.measured(3), null));
                    return source.mono();
                })
                .subscribe();
        run(sink -> Mono.just(1)).block();
        var activity = operations.activity();
        assertThat(activity.operations())
                .singleElement()
                .extracting(ActiveOperation::progress)
                .extracting("filesDone")
                .isEqualTo(Figure.measured(3));
        assertThat(activity.operations().get(0).operation().sessionId()).isEqualTo("s-2");
        source.emit(1);
        assertThat(open.isDisposed()).isTrue();
        assertThat(read(activity.position())).extracting(OperationEvent::type).containsExactly("completed");
        assertThat(operations.activity().operations()).isEmpty();
    }

    @Test
    void nothingIsUnderWayAfterAnErrorOrACancel() {
        StepVerifier.create(run(sink -> Mono.error(new IllegalStateException("boom"))))
                .verifyErrorMessage("boom");
        StepVerifier.create(run(sink -> Mono.never())).thenCancel().verify();
        assertThat(operations.activity().operations()).isEmpty();
        assertThat(read(after(0)))
                .extracting(OperationEvent::type)
                .containsExactly("started", "failed", "started", "cancelled");
    }

    @Test
    void aSubscriberThatStallsGetsItAllLaterAndTheOthersAtOnce() {
        TestSubscriber<OperationEvent> stalled =
                TestSubscriber.builder().initialRequest(0).build();
        operations.events(null).subscribe(stalled);
        List<OperationEvent> seen = new ArrayList<>();
        Disposable other = operations.events(null).subscribe(seen::add);
        progress(10);
        progress(10);
        assertThat(seen).hasSize(24);
        assertThat(stalled.getReceivedOnNext()).isEmpty();
        stalled.request(Long.MAX_VALUE);
        runtime.advance(Duration.ofMillis(1));
        assertThat(stalled.getReceivedOnNext())
                .extracting(OperationEvent::type)
                .containsExactly("started", "gap", "completed", "started", "gap", "completed");
        assertThat(stalled.getReceivedOnNext())
                .filteredOn(OperationEvent.Gap.class::isInstance)
                .allSatisfy(
                        gap -> assertThat(((OperationEvent.Gap) gap).missed()).isEqualTo(9));
        stalled.cancel();
        other.dispose();
    }

    @Test
    void whatIsNotHandedOnYetAtTheEndIsHandedOnBeforeIt() {
        StepVerifier.create(operations.events(null).map(OperationEvent::type))
                .then(() -> {
                    run(sink -> Mono.just(1)).block();
                    operations.complete();
                    runtime.advance(Duration.ofMillis(1));
                })
                .expectNext("started", "completed")
                .verifyComplete();
    }
}
