package io.agentbay.reactive.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.error.ClosedException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.SubscriberTooSlowException;
import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.TransportException.Phase;
import io.agentbay.reactive.file.FileChange;
import io.agentbay.reactive.file.FileChange.Kind;
import io.agentbay.reactive.file.FileEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.subscriber.TestSubscriber;

class DirectoryWatchTests {

    private final WatchedMachine machine = new WatchedMachine();

    private static FileChange file(Kind kind, String path) {
        return new FileChange(path, kind, FileEntry.Type.FILE);
    }

    @Test
    void whatChangedBeforeIsNotTold() {
        machine.change("modify", "/d/old");
        var seen = new ArrayList<FileChange>();
        var watch = machine.watches.watch("/d").subscribe(seen::add);

        machine.advance(100);
        machine.change("create", "/d/new");
        machine.change("modify", "/d/new");
        machine.advance(1_000);
        machine.change("delete", "/d/new");
        machine.advance(1_000);

        assertThat(seen)
                .containsExactly(
                        file(Kind.CREATED, "/d/new"), file(Kind.MODIFIED, "/d/new"), file(Kind.DELETED, "/d/new"));
        watch.dispose();
    }

    @Test
    void allWhoWatchShareOneReader() {
        var one = new ArrayList<FileChange>();
        var two = new ArrayList<FileChange>();
        var first = machine.watches.watch("/d").subscribe(one::add);
        machine.advance(200);
        machine.change("create", "/d/a");
        var second = machine.watches.watch("/d").subscribe(two::add);
        machine.advance(200);
        machine.change("create", "/d/b");
        machine.advance(10_000);
        first.dispose();
        machine.change("create", "/d/c");
        machine.advance(10_000);
        second.dispose();

        assertThat(one).containsExactly(file(Kind.CREATED, "/d/a"), file(Kind.CREATED, "/d/b"));
        assertThat(two).containsExactly(file(Kind.CREATED, "/d/b"), file(Kind.CREATED, "/d/c"));
        assertThat(machine.mostAtOnce).isEqualTo(1);
    }

    @Test
    void aQuietDirectoryIsReadEverLessAndNotAtAllAfterTheLastWatch() {
        var watch = machine.watches.watch("/d").subscribe();
        machine.advance(60_000);

        assertThat(machine.reads).hasSizeBetween(13, 20);
        assertThat(machine.reads.get(2).minus(machine.reads.get(1))).isLessThan(Duration.ofMillis(1_300));
        watch.dispose();
        var before = machine.reads.size();
        machine.advance(60_000);
        assertThat(machine.reads).hasSize(before);
    }

    @Test
    void workBeginsAfterTheBaselineAndAllItChangedArrives() {
        var began = new ArrayList<Duration>();
        Mono<String> work = Mono.fromSupplier(() -> {
            began.add(Duration.ofNanos(machine.time.nanos()));
            machine.change("create", "/d/early");
            return "done";
        });
        work = work.delayUntil(done -> Mono.delay(Duration.ofSeconds(3), machine.time.timer()))
                .doOnNext(done -> machine.change("modify", "/d/late"));

        machine.change("modify", "/d/old");
        var events = new ArrayList<Object>();
        var run = machine.watches
                .watchWhile("/d", work)
                .subscribe(events::add, events::add, () -> events.add("complete"));
        machine.advance(20_000);

        assertThat(began).containsExactly(Duration.ofMillis(50));
        assertThat(events).containsExactly(file(Kind.CREATED, "/d/early"), file(Kind.MODIFIED, "/d/late"), "complete");
        assertThat(run.isDisposed()).isTrue();
    }

    @Test
    void whatTheServiceTellsLateIsReadUntilAReadFindsNothing() {
        Mono<Void> work = Mono.fromRunnable(() -> machine.change("create", "/d/1"));
        var told = machine.watches
                .watchWhile("/d", work)
                .doOnNext(change -> {
                    if (change.path().compareTo("/d/4") < 0) {
                        machine.change(
                                "create",
                                "/d/" + (Integer.parseInt(change.path().substring(3)) + 1));
                    }
                })
                .map(FileChange::path);

        StepVerifier.create(told)
                .then(() -> machine.advance(20_000))
                .expectNext("/d/1", "/d/2", "/d/3", "/d/4")
                .verifyComplete();
    }

    @Test
    void aDirectoryThatNeverRestsEndsTheWatchAfterTenReads() {
        Mono<Void> work = Mono.fromRunnable(() -> machine.change("modify", "/d/log"));

        StepVerifier.create(machine.watches.watchWhile("/d", work).doOnNext(log -> machine.change("modify", "/d/log")))
                .then(() -> machine.advance(60_000))
                .expectNextCount(10)
                .verifyComplete();
    }

    @Test
    void theErrorOfTheWorkComesLast() {
        Mono<Void> work = Mono.fromRunnable(() -> machine.change("create", "/d/a"));

        StepVerifier.create(machine.watches.watchWhile("/d", work.then(Mono.error(new IllegalStateException("work")))))
                .then(() -> machine.advance(10_000))
                .expectNext(file(Kind.CREATED, "/d/a"))
                .verifyErrorMessage("work");
    }

    @Test
    void aWatchThatFailsCancelsTheWork() {
        var work = Sinks.<String>one();
        var failure = new ToolFailedException("no", "get_file_change", 200, ErrorDetails.of("get_file_change"));
        StepVerifier.create(machine.watches.watchWhile("/d", work.asMono()))
                .then(() -> machine.advance(100))
                .then(() -> assertThat(work.currentSubscriberCount()).isEqualTo(1))
                .then(() -> machine.fail(failure))
                .then(() -> machine.advance(10_000))
                .verifyErrorSatisfies(error -> assertThat(error).isSameAs(failure));
        assertThat(work.currentSubscriberCount()).isZero();
    }

    @Test
    void aCancelEndsWorkAndReading() {
        var work = Sinks.<String>one();
        var run = machine.watches.watchWhile("/d", work.asMono()).subscribe();
        machine.advance(100);
        assertThat(work.currentSubscriberCount()).isEqualTo(1);

        run.dispose();

        assertThat(work.currentSubscriberCount()).isZero();
        var before = machine.reads.size();
        machine.advance(60_000);
        assertThat(machine.reads).hasSize(before);
    }

    @Test
    void aLostAnswerEndsTheWatchBecauseChangesMayBeLost() {
        StepVerifier.create(machine.watches.watch("/d"))
                .then(() -> machine.advance(100))
                .then(() -> machine.fail(broken(true)))
                .then(() -> machine.advance(2_000))
                .verifyErrorSatisfies(error -> assertThat(error).isInstanceOf(TransportException.class));
    }

    @Test
    void aReadThatNeverLeftIsRepeated() {
        StepVerifier.create(machine.watches.watch("/d"))
                .then(() -> machine.advance(100))
                .then(() -> IntStream.range(0, 5).forEach(i -> machine.fail(broken(false))))
                .then(() -> machine.change("create", "/d/a"))
                .then(() -> machine.advance(60_000))
                .expectNext(file(Kind.CREATED, "/d/a"))
                .thenCancel()
                .verify();
    }

    @Test
    void aServiceThatCannotBeReachedForLongIsAnError() {
        StepVerifier.create(machine.watches.watch("/d"))
                .then(() -> IntStream.range(0, 30).forEach(i -> machine.fail(broken(false))))
                .then(() -> machine.advance(600_000))
                .verifyError(TransportException.class);
    }

    @Test
    void closingTheSessionCompletesAWatchAndFailsWatchedWork() {
        var ends = new ArrayList<Object>();
        var watch = machine.watches.watch("/d").subscribe(ends::add, ends::add, () -> ends.add("complete"));
        var work = machine.watches
                .watchWhile("/d", Mono.never())
                .subscribe(ends::add, ends::add, () -> ends.add("complete"));
        machine.advance(1_000);
        machine.closing.tryEmitEmpty();

        assertThat(ends).hasSize(2).contains("complete").hasAtLeastOneElementOfType(ClosedException.class);
        assertThat(List.of(watch.isDisposed(), work.isDisposed())).containsOnly(true);
    }

    @Test
    void aSlowSubscriberHoldsNobodyUpAndIsTold() {
        var fast = new ArrayList<FileChange>();
        var other = machine.watches.watch("/d").subscribe(fast::add);
        TestSubscriber<FileChange> slow =
                TestSubscriber.builder().initialRequest(1).build();
        machine.watches.watch("/d").subscribe(slow);
        machine.advance(100);
        IntStream.range(0, Watches.MOST_WAITING + 10).forEach(i -> machine.change("create", "/d/" + i));
        machine.advance(2_000);
        slow.request(Long.MAX_VALUE);

        assertThat(slow.getReceivedOnNext()).startsWith(file(Kind.CREATED, "/d/0"));
        assertThat(slow.expectTerminalError()).isInstanceOf(SubscriberTooSlowException.class);
        assertThat(fast).hasSize(Watches.MOST_WAITING + 10);
        other.dispose();
    }

    @Test
    void theSignalCountsChangesAndTakesALostAnswerForOne() {
        var counts = new ArrayList<Integer>();
        var signal = machine.watches.changes("/d").subscribe(counts::add);
        machine.advance(100);
        machine.change("create", "/d/a");
        machine.change("modify", "/d/a");
        machine.advance(1_000);
        machine.fail(broken(true));
        machine.advance(5_000);
        machine.change("delete", "/d/a");
        machine.advance(10_000);

        assertThat(counts).containsExactly(2, 1, 1);
        signal.dispose();
    }

    private static TransportException broken(boolean mayHaveHappened) {
        return new TransportException(
                "broken", Phase.RESPONSE, ErrorDetails.of("get_file_change").mayHaveHappened(mayHaveHappened));
    }
}
