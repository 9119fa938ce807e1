package io.agentbay.reactive.internal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.SyncFailedException;
import io.agentbay.reactive.error.SyncUnconfirmedException;
import io.agentbay.reactive.error.ThrottledException;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.UnavailableException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.internal.sync.FakeSyncWire.FakeTask;
import io.agentbay.reactive.internal.sync.SyncRounds.Accepted;
import io.agentbay.reactive.internal.wire.SyncWire.Direction;
import io.agentbay.reactive.internal.wire.SyncWire.SyncTask;
import io.agentbay.reactive.stub.VirtualRuntime;
import io.agentbay.reactive.sync.Mount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** The rule of acceptance, each part of it with the history that would deceive a client without it. */
class RoundTests {

    private static final SyncRounds.Key UPLOAD = new SyncRounds.Key("ctx", "/mnt/data", Direction.UPLOAD);
    private static final FakeSyncWire.Key ENTRY = new FakeSyncWire.Key("ctx", "/mnt/data", Direction.UPLOAD);
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final VirtualRuntime runtime = new VirtualRuntime();
    private final FakeSyncWire wire = new FakeSyncWire(runtime);
    private final PollLoop loop = new PollLoop(runtime, wire, new PollBudget(runtime, 100), "s-1");
    private final SessionParts parts = new SessionParts(runtime, wire, "s-1", loop, IDLE);
    private DefaultSyncRounds rounds = rounds(Mount.of(ContextId.of("ctx"), "/mnt/data"));

    private DefaultSyncRounds rounds(Mount... mounts) {
        return new DefaultSyncRounds(parts, List.of(mounts));
    }

    @Test
    void acceptsTheTaskItTriggered() {
        var outcome = start();
        runtime.advance(Duration.ofSeconds(10));
        assertThat(outcome.value).isNotNull();
        assertThat(outcome.value.startTime()).isEqualTo(wire.tasks.get(0).startSecond());
        assertThat(wire.triggers).hasSize(1);
        assertQuiet();
    }

    @Test
    void aTaskThatEndedBeforeNeverConfirms() {
        runtime.advance(Duration.ofSeconds(100));
        wire.tasks.add(FakeTask.good(ENTRY, runtime.nanos() - 50_000_000_000L, Duration.ofSeconds(1)));
        wire.work = (key, now) -> null;
        var outcome = start();
        runtime.advance(IDLE.minusSeconds(1));
        assertThat(outcome.ended()).isFalse();
        runtime.advance(Duration.ofSeconds(10));
        assertThat(outcome.error).isInstanceOf(SyncUnconfirmedException.class);
    }

    @Test
    void anOldFailureIsIgnored() {
        runtime.advance(Duration.ofSeconds(100));
        wire.tasks.add(
                FakeTask.ending(ENTRY, runtime.nanos() - 50_000_000_000L, Duration.ofSeconds(1), "Failed", "old"));
        var outcome = start();
        runtime.advance(Duration.ofSeconds(10));
        assertThat(outcome.value).isNotNull();
    }

    @Test
    void aTaskThatRanBeforeTheCallDoesNotConfirmWhateverBecomesOfIt() {
        wire.tasks.add(FakeTask.good(ENTRY, runtime.nanos(), Duration.ofSeconds(20)));
        runtime.advance(Duration.ofSeconds(1));
        var outcome = start();
        runtime.advance(Duration.ofSeconds(18));
        assertThat(wire.triggers).as("no trigger while a task runs").isEmpty();
        runtime.advance(Duration.ofSeconds(20));
        assertThat(wire.triggers).hasSize(1);
        assertThat(outcome.value.startTime()).isEqualTo(wire.tasks.get(1).startSecond());
    }

    @Test
    void twoSyncsWithinOneSecondStartInDifferentSeconds() {
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofMillis(10));
        var first = start();
        runtime.advance(Duration.ofMillis(100));
        assertThat(first.value).isNotNull();
        var second = start();
        runtime.advance(Duration.ofSeconds(5));
        assertThat(second.value.startTime()).isGreaterThan(first.value.startTime());
        assertThat(wire.triggerTimes.get(1).minus(wire.triggerTimes.get(0)))
                .isGreaterThanOrEqualTo(Duration.ofMillis(1_100));
    }

    @Test
    void aFailureOfItsOwnTaskArrivesWithItsReason() {
        wire.work = (key, now) -> FakeTask.ending(key, now, Duration.ofSeconds(1), "Failed", "disk full");
        var outcome = start();
        runtime.advance(Duration.ofSeconds(10));
        assertThat(outcome.error)
                .isInstanceOfSatisfying(
                        SyncFailedException.class,
                        e -> assertThat(e.mounts().get(0).reason()).isEqualTo("disk full"));
        assertQuiet();
    }

    @Test
    void successWithAnErrorMessageAnUnknownWordOrImpossibleTimesIsNone() {
        assertNeverConfirmed(FakeTask.ending(ENTRY, 0, Duration.ofSeconds(1), "Success", "but not all of it"));
        assertNeverConfirmed(FakeTask.ending(ENTRY, 0, Duration.ofSeconds(1), "Completed", ""));
        assertNeverConfirmed(FakeTask.ending(ENTRY, 0, Duration.ofSeconds(1), "success", ""));
        assertNeverConfirmed(new FakeTask(ENTRY, 0, 0, 0, "Success", "", FakeSyncWire.EPOCH + 1_000_000));
    }

    private void assertNeverConfirmed(FakeTask like) {
        assertThat(Acceptance.judge(matched(like.entry(Long.MAX_VALUE)), 0).verdict())
                .isEqualTo(Acceptance.Verdict.RUNNING);
    }

    private static TaskMatcher.Matched matched(SyncTask task) {
        return new TaskMatcher(UPLOAD, () -> true).match(List.of(task));
    }

    @Test
    void throttledBrokenAndGarbledPollsAreNeitherSuccessNorFailure() {
        for (int i = 0; i < 4; i++) {
            wire.nextPolls.add(() ->
                    Mono.error(new ThrottledException("slow down", null, 429, ErrorDetails.of("GetContextInfo"))));
            wire.nextPolls.add(
                    () -> Mono.error(new UnavailableException("oops", 500, ErrorDetails.of("GetContextInfo"))));
            wire.nextPolls.add(() -> Mono.error(
                    new UnexpectedResponseException("not JSON", "<html>", ErrorDetails.of("GetContextInfo"))));
        }
        var outcome = start();
        runtime.advance(Duration.ofSeconds(7));
        assertThat(outcome.ended()).isFalse();
        assertThat(wire.triggers).as("no baseline, no trigger").isEmpty();
        runtime.advance(Duration.ofSeconds(30));
        assertThat(outcome.value).isNotNull();
    }

    @Test
    void whileAwaitingProofBrokenPollsChangeNothing() {
        var outcome = start();
        runtime.advance(Duration.ofMillis(45));
        assertThat(wire.triggers).hasSize(1);
        for (int i = 0; i < 10; i++) {
            wire.nextPolls.add(
                    () -> Mono.error(new UnavailableException("oops", 500, ErrorDetails.of("GetContextInfo"))));
        }
        runtime.advance(Duration.ofSeconds(5));
        assertThat(outcome.ended()).isFalse();
        runtime.advance(Duration.ofSeconds(30));
        assertThat(outcome.value).isNotNull();
    }

    @Test
    void anAnswerSentBeforeTheTriggerWasAnsweredProvesNothing() {
        // The poll below leaves before the second sync's trigger and arrives long after it, with a lie about the
        // future.
        var slow = Mono.delay(Duration.ofSeconds(8), runtime.timer())
                .thenReturn(List.of(
                        FakeTask.good(ENTRY, 500_000_000_000L, Duration.ZERO).entry(Long.MAX_VALUE)));
        var other = new SyncRounds.Key("ctx", "/mnt/data", Direction.DOWNLOAD);
        wire.work =
                (key, now) -> key.direction() == Direction.UPLOAD ? null : FakeTask.good(key, now, Duration.ofHours(1));
        var busy = start(other, null);
        var outcome = start();
        runtime.advance(Duration.ofMillis(41));
        assertThat(wire.triggers).hasSize(2);
        wire.nextPolls.add(() -> slow);
        runtime.advance(Duration.ofSeconds(7));
        assertThat(outcome.ended()).isFalse();
        busy.cancel();
        outcome.cancel();
    }

    @Test
    void aSlowPollIsNeverOvertakenByAnother() {
        wire.pollTime = Duration.ofSeconds(7);
        var outcome = start();
        runtime.advance(Duration.ofSeconds(60));
        assertThat(outcome.value).isNotNull();
        assertThat(wire.mostPollsInFlight).isEqualTo(1);
    }

    @Test
    void noTaskEverIsUnconfirmedWithATicketThatWaitsOn() {
        wire.work = (key, now) -> null;
        var outcome = start();
        runtime.advance(IDLE.plusSeconds(10));
        assertThat(outcome.error).isInstanceOf(SyncUnconfirmedException.class);
        var ticket = Ticket.parse(((SyncUnconfirmedException) outcome.error).ticket());
        assertThat(ticket.waits().get(0).triggered()).isTrue();
        wire.tasks.add(FakeTask.good(ENTRY, runtime.nanos(), Duration.ofSeconds(1)));
        var resumed = new Outcome<Evidence>();
        resumed.watch(rounds.queue(UPLOAD).waitOn(ticket.waits().get(0).baseline(), RoundWatcher.NONE, null));
        runtime.advance(Duration.ofSeconds(5));
        assertThat(resumed.value).isNotNull();
        assertThat(wire.triggers).as("no second trigger").hasSize(1);
        assertQuiet();
    }

    @Test
    void aStuckTaskEndsTheWaitOnceNothingChangesForTheLimit() {
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofDays(1)).queued(Duration.ofMinutes(9));
        var outcome = start();
        runtime.advance(Duration.ofMinutes(18));
        assertThat(outcome.ended()).as("its start was a change").isFalse();
        runtime.advance(Duration.ofMinutes(2));
        assertThat(outcome.error).isInstanceOf(SyncUnconfirmedException.class);
        assertQuiet();
    }

    @Test
    void aDeadlineAlwaysWins() {
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofSeconds(30));
        var outcome = start(UPLOAD, Duration.ofSeconds(3));
        runtime.advance(Duration.ofMillis(2_999));
        assertThat(outcome.ended()).isFalse();
        runtime.advance(Duration.ofMillis(1));
        assertThat(outcome.error)
                .isInstanceOfSatisfying(
                        SyncUnconfirmedException.class,
                        e -> assertThat(e.mayHaveHappened()).isTrue());
        assertQuiet();
    }

    @Test
    void aCallerAfterTheTriggerGetsTheFollowUpAndAllSuchShareIt() {
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofSeconds(5));
        var first = start();
        runtime.advance(Duration.ofSeconds(1));
        assertThat(wire.triggers).hasSize(1);
        var second = start();
        var third = start();
        runtime.advance(Duration.ofSeconds(7));
        assertThat(first.value).isNotNull();
        assertThat(second.ended()).isFalse();
        runtime.advance(Duration.ofSeconds(20));
        assertThat(wire.triggers).hasSize(2);
        assertThat(second.value.startTime()).isEqualTo(wire.tasks.get(1).startSecond());
        assertThat(third.value.startTime()).isEqualTo(wire.tasks.get(1).startSecond());
    }

    @Test
    void callersBeforeTheBaselineShareOneRound() {
        var first = start();
        var second = start();
        runtime.advance(Duration.ofSeconds(10));
        assertThat(first.value).isNotNull();
        assertThat(second.value).isNotNull();
        assertThat(wire.triggers).hasSize(1);
    }

    @Test
    void aCallerAfterTheBaselinePollWasSentMovesIt() {
        var first = start();
        runtime.advance(Duration.ofMillis(10));
        assertThat(wire.pollTimes).hasSize(1);
        var second = start();
        runtime.advance(Duration.ofMillis(100));
        assertThat(wire.triggers).as("that poll is no baseline for the second").isEmpty();
        runtime.advance(Duration.ofSeconds(10));
        assertThat(first.value).isNotNull();
        assertThat(second.value).isNotNull();
        assertThat(wire.triggers).hasSize(1);
    }

    @Test
    void oneCallersCancelIsNotTheOthers() {
        var first = start();
        var second = start();
        runtime.advance(Duration.ofSeconds(1));
        first.cancel();
        runtime.advance(Duration.ofSeconds(10));
        assertThat(second.value).isNotNull();
    }

    @Test
    void afterACancelTheNextSyncWaitsForTheTaskThatMayStillCome() {
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofSeconds(1)).queued(Duration.ofSeconds(4));
        var cancelled = start();
        runtime.advance(Duration.ofSeconds(1));
        assertThat(wire.triggers).hasSize(1);
        cancelled.cancel();
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofSeconds(1));
        var next = start();
        runtime.advance(Duration.ofSeconds(4));
        assertThat(wire.triggers).as("the first one's task is still to come").hasSize(1);
        runtime.advance(Duration.ofSeconds(10));
        assertThat(next.value.startTime()).isEqualTo(wire.tasks.get(1).startSecond());
    }

    @Test
    void anUnresolvedTriggerWithoutATaskSettlesAfterTenSeconds() {
        wire.work = (key, now) -> null;
        var cancelled = start();
        runtime.advance(Duration.ofMillis(500));
        cancelled.cancel();
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofSeconds(1));
        var next = start();
        runtime.advance(Duration.ofSeconds(9));
        assertThat(wire.triggers).hasSize(1);
        runtime.advance(Duration.ofSeconds(10));
        assertThat(next.value).isNotNull();
    }

    /** Found by the simulation: the answer came after the ten seconds, what it said was from before. */
    @Test
    void anAnswerThatTookLongSettlesNothingThatCameToLightMeanwhile() {
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofSeconds(1)).queued(Duration.ofSeconds(8));
        var cancelled = start();
        runtime.advance(Duration.ofMillis(500));
        cancelled.cancel();
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofSeconds(1));
        wire.nextPolls.add(() -> {
            var asItWas = wire.listed();
            return Mono.delay(Duration.ofSeconds(12), runtime.timer()).thenReturn(asItWas);
        });
        var next = start();
        runtime.advance(Duration.ofSeconds(30));
        assertThat(next.value.startTime()).isEqualTo(wire.tasks.get(1).startSecond());
    }

    @Test
    void aLongTaskListedAtItsEndOnlyIsNotTakenForThatOfALaterTriggerJoinedToIt() {
        var old = FakeTask.good(ENTRY, runtime.nanos(), Duration.ofSeconds(90));
        wire.work = (key, now) -> now < old.end() ? null : FakeTask.good(key, now, Duration.ofSeconds(1));
        wire.tasks.add(old.listedFrom(old.end()));
        var cancelled = start();
        runtime.advance(Duration.ofMillis(500));
        assertThat(wire.triggers).hasSize(1);
        cancelled.cancel();
        runtime.advance(Duration.ofSeconds(5));
        var next = start();
        runtime.advance(Duration.ofSeconds(60));
        assertThat(wire.triggers).as("given up waiting for the first one").hasSize(2);
        runtime.advance(Duration.ofSeconds(60));
        assertThat(wire.triggers).hasSize(3);
        assertThat(next.value.startTime()).isGreaterThan(old.startSecond());
        assertQuiet();
    }

    @Test
    void aFailureOfSuchATaskIsNotThatOfTheLaterSync() {
        var old = FakeTask.ending(ENTRY, runtime.nanos(), Duration.ofSeconds(40), "Failed", "disk full");
        wire.work = (key, now) -> now < old.end() ? null : FakeTask.good(key, now, Duration.ofSeconds(1));
        wire.tasks.add(old.listedFrom(old.end()));
        var cancelled = start();
        runtime.advance(Duration.ofMillis(500));
        cancelled.cancel();
        var next = start();
        runtime.advance(Duration.ofMinutes(2));
        assertThat(next.value).isNotNull();
    }

    @Test
    void aShortTaskAfterATriggerWithoutOneConfirmsAtOnce() {
        wire.work = (key, now) -> null;
        var cancelled = start();
        runtime.advance(Duration.ofMillis(500));
        cancelled.cancel();
        runtime.advance(Duration.ofSeconds(13));
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofMillis(300));
        var next = start();
        runtime.advance(Duration.ofSeconds(3));
        assertThat(next.value).isNotNull();
        assertThat(wire.triggers).hasSize(2);
    }

    @Test
    void aLongTaskThatIsSeenRunningConfirmsAtOnce() {
        wire.work = (key, now) -> null;
        var cancelled = start();
        runtime.advance(Duration.ofMillis(500));
        cancelled.cancel();
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofSeconds(60));
        var next = start();
        runtime.advance(Duration.ofSeconds(90));
        assertThat(next.value).isNotNull();
        assertThat(wire.triggers).hasSize(2);
    }

    @Test
    void aLostAnswerToATriggerThatWorkedNeedsNoSecond() {
        wire.nextTriggers.add(() -> wire.start(ENTRY)
                .then(Mono.error(new TransportException(
                        "reset",
                        TransportException.Phase.RESPONSE,
                        ErrorDetails.of("SyncContext").mayHaveHappened(true)))));
        var outcome = start();
        runtime.advance(Duration.ofSeconds(15));
        assertThat(outcome.value).isNotNull();
        assertThat(wire.triggers).hasSize(1);
    }

    @Test
    void aLostTriggerIsRepeatedOnceItsTaskCanNoLongerCome() {
        wire.nextTriggers.add(() -> Mono.error(new UnavailableException("oops", 500, ErrorDetails.of("SyncContext"))));
        var outcome = start();
        runtime.advance(Duration.ofSeconds(9));
        assertThat(wire.triggers).hasSize(1);
        runtime.advance(Duration.ofSeconds(20));
        assertThat(wire.triggers).hasSize(2);
        assertThat(outcome.value).isNotNull();
    }

    @Test
    void aRefusedTriggerFailsAsItIs() {
        wire.nextTriggers.add(() -> Mono.error(new InvalidRequestException(
                "no such path",
                400,
                ErrorDetails.of("SyncContext").code("InvalidPath").requestId("r-9"))));
        var outcome = start();
        runtime.advance(Duration.ofSeconds(5));
        assertThat(outcome.error)
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.requestId()).isEqualTo("r-9"));
        assertQuiet();
    }

    @Test
    void aTriggerThatAlwaysFailsIsUnconfirmedWithCodeAndRequestId() {
        for (int i = 0; i < 3; i++) {
            wire.nextTriggers.add(() -> Mono.error(new UnavailableException(
                    "oops",
                    500,
                    ErrorDetails.of("SyncContext").code("InternalError").requestId("r-5"))));
        }
        var outcome = start();
        runtime.advance(Duration.ofMinutes(2));
        assertThat(outcome.error).isInstanceOfSatisfying(SyncUnconfirmedException.class, e -> {
            assertThat(e.code()).isEqualTo("InternalError");
            assertThat(e.requestId()).isEqualTo("r-5");
        });
    }

    @Test
    void twoMountsOfOneContextAreToldApartByPath() {
        rounds = rounds(Mount.of(ContextId.of("ctx"), "/mnt/data"), Mount.of(ContextId.of("ctx"), "/mnt/other"));
        var other = new SyncRounds.Key("ctx", "/mnt/other", Direction.UPLOAD);
        wire.work = (key, now) -> key.path().equals("/mnt/data")
                ? FakeTask.ending(key, now, Duration.ofSeconds(1), "Failed", "disk full")
                : FakeTask.good(key, now, Duration.ofSeconds(3));
        var bad = start();
        var good = start(other, null);
        runtime.advance(Duration.ofSeconds(10));
        assertThat(bad.error).isInstanceOf(SyncFailedException.class);
        assertThat(good.value).isNotNull();
    }

    @Test
    void aContextMountedTwiceIsNotMatchedByContextAlone() {
        rounds = rounds(Mount.of(ContextId.of("ctx"), "/mnt/data"), Mount.of(ContextId.of("ctx"), "/mnt/other"));
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofSeconds(1)).at("/mnt/other");
        var outcome = start();
        runtime.advance(Duration.ofMinutes(1));
        assertThat(outcome.ended()).isFalse();
        outcome.cancel();
    }

    @Test
    void aContextMountedOnceIsMatchedByASlashMoreOrByContextAlone() {
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofSeconds(1)).at("/mnt/data/");
        var slash = start();
        runtime.advance(Duration.ofSeconds(10));
        assertThat(slash.value).isNotNull();
        wire.tasks.clear();
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofSeconds(1)).at("data");
        var alone = start();
        runtime.advance(Duration.ofSeconds(10));
        assertThat(alone.value).isNotNull();
    }

    @Test
    void aCancelAtAnyMomentLeavesNoPollAndNoTimer() {
        for (int millis = 0; millis < 4_000; millis += 7) {
            var outcome = start();
            runtime.advance(Duration.ofMillis(millis));
            outcome.cancel();
            assertQuiet();
            runtime.advance(Duration.ofSeconds(20));
        }
    }

    @Test
    void aThousandSessionsShareTheBudgetOfPolls() {
        var budget = new PollBudget(runtime, 100);
        List<Outcome<Accepted>> all = new ArrayList<>();
        List<FakeSyncWire> wires = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            var own = new FakeSyncWire(runtime);
            var ownLoop = new PollLoop(runtime, own, budget, "s-" + i);
            var ownRounds = new DefaultSyncRounds(new SessionParts(runtime, own, "s-" + i, ownLoop, IDLE), List.of());
            wires.add(own);
            all.add(new Outcome<Accepted>().watch(ownRounds.run(UPLOAD, null)));
        }
        runtime.advance(Duration.ofSeconds(5));
        int polls = wires.stream().mapToInt(own -> own.pollTimes.size()).sum();
        assertThat(polls).isLessThanOrEqualTo(600 + 1).isGreaterThan(500);
        runtime.advance(Duration.ofMinutes(2));
        assertThat(all).allSatisfy(outcome -> assertThat(outcome.value).isNotNull());
    }

    private Outcome<Accepted> start() {
        return start(UPLOAD, null);
    }

    private Outcome<Accepted> start(SyncRounds.Key key, @Nullable Duration deadline) {
        return new Outcome<Accepted>().watch(rounds.run(key, deadline));
    }

    private void assertQuiet() {
        int polls = wire.pollTimes.size();
        assertThat(loop.waiters()).isZero();
        assertThat(wire.pollsInFlight).hasValue(0);
        runtime.advance(Duration.ofSeconds(30));
        assertThat(wire.pollTimes).as("no poll continues").hasSize(polls);
    }

    /** What became of one subscription. */
    static final class Outcome<T> {
        @Nullable
        T value;

        @Nullable
        Throwable error;

        boolean completed;
        private @Nullable Disposable subscription;

        Outcome<T> watch(Mono<T> work) {
            subscription = work.subscribe(v -> value = v, e -> error = e, () -> completed = true);
            return this;
        }

        boolean ended() {
            return completed || error != null;
        }

        void cancel() {
            subscription.dispose();
        }
    }
}
