package io.agentbay.reactive.internal.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.common.MountOutcome.State;
import io.agentbay.reactive.common.SyncTicket;
import io.agentbay.reactive.config.CallOptions;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.MassDeletionException;
import io.agentbay.reactive.error.MountNotReadyException;
import io.agentbay.reactive.error.SyncFailedException;
import io.agentbay.reactive.error.SyncUnconfirmedException;
import io.agentbay.reactive.error.UnsavedChangesException;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.internal.event.DefaultOperations;
import io.agentbay.reactive.internal.sync.FakeSyncWire.FakeTask;
import io.agentbay.reactive.internal.sync.RoundTests.Outcome;
import io.agentbay.reactive.internal.wire.SyncWire.Direction;
import io.agentbay.reactive.stub.VirtualRuntime;
import io.agentbay.reactive.sync.DownloadRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncReport;
import io.agentbay.reactive.sync.SyncReport.Coverage;
import io.agentbay.reactive.sync.SyncReport.Match;
import io.agentbay.reactive.sync.UploadRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Whole mounts: gates, levels, empty syncs, several mounts in one report, tickets. */
class SessionSyncTests {

    private static final ContextId CTX = ContextId.of("ctx");
    private static final Mount KEEPING =
            Mount.of(CTX, "/mnt/data", SyncPolicy.manual().keepingDeleted());
    private static final FakeSyncWire.Key DOWN = new FakeSyncWire.Key("ctx", "/mnt/data", Direction.DOWNLOAD);

    private final VirtualRuntime runtime = new VirtualRuntime();
    private final FakeSyncWire wire = new FakeSyncWire(runtime);
    private final FakeSides sides = new FakeSides();
    private final DefaultOperations operations = new DefaultOperations(runtime);
    private final SessionSync.Factory factory =
            new DefaultSessionSyncFactory(runtime, wire, sides, sides, operations, ClientOptions.defaults());

    private SessionSync session(Mount... mounts) {
        return factory.create(new SessionSync.Session("s-1", List.of(mounts), true, sides, sides));
    }

    @Test
    void anUploadIsConfirmedWithoutLookingAtAnyFile() {
        var report = value(session(KEEPING).upload(UploadRequest.all()));
        var mount = report.mounts().get(0);
        assertThat(mount.outcome().state()).isEqualTo(State.SYNCED);
        assertThat(mount.outcome().level()).isEqualTo(Level.CONFIRMED);
        assertThat(mount.match()).isEqualTo(Match.EXACT);
        assertThat(mount.serviceStart()).isNotNull();
        assertThat(mount.files().added()).as("nobody looked").isNull();
        assertThat(report.phases().transfer()).isGreaterThan(Duration.ofSeconds(1));
        assertThat(sides.sessionWalks + sides.contextWalks).isZero();
        assertThat(sides.saved).containsEntry("/mnt/data", 7L);
    }

    @Test
    void listedWaitsForALaggingListing() {
        sides.both("a.txt", "one");
        sides.both("b.txt", "two");
        sides.unlisted.add("b.txt");
        var outcome = watch(session(KEEPING).upload(UploadRequest.all().listed()));
        runtime.advance(Duration.ofSeconds(30));
        assertThat(outcome.ended()).isFalse();
        sides.unlisted.clear();
        runtime.advance(Duration.ofSeconds(10));
        assertThat(outcome.value.mounts().get(0).outcome().level()).isEqualTo(Level.LISTED);
        assertThat(outcome.value.mounts().get(0).coverage().listed()).isEqualTo(2);
    }

    @Test
    void whatIsNotListedInTimeIsUnconfirmedNotFailed() {
        sides.both("a.txt", "one");
        sides.unlisted.add("a.txt");
        var outcome = watch(session(KEEPING).upload(UploadRequest.all().listed()));
        runtime.advance(Duration.ofMinutes(3));
        assertThat(outcome.error).isInstanceOfSatisfying(SyncUnconfirmedException.class, e -> {
            assertThat(e.mounts().get(0).level()).isEqualTo(Level.CONFIRMED);
            assertThat(e.mounts().get(0).reason()).contains("a.txt");
        });
    }

    @Test
    void verifiedComparesContentAndNamesWhatDiffers() {
        sides.both("a.txt", "one");
        var good = value(session(KEEPING).upload(UploadRequest.all().verified()));
        assertThat(good.verified()).isTrue();
        assertThat(good.mounts().get(0).coverage().hashed()).isEqualTo(1);

        sides.session.put("a.txt", "two");
        var bad = watch(session(KEEPING).upload(UploadRequest.all().verified()));
        runtime.advance(Duration.ofMinutes(3));
        assertThat(bad.error)
                .isInstanceOfSatisfying(
                        SyncUnconfirmedException.class,
                        e -> assertThat(e.mounts().get(0).reason()).contains("a.txt"));
    }

    /** Found by the simulation: a task that said it succeeded and moved nothing. */
    @Test
    void aVerifiedDownloadNamesWhatNeverArrived() {
        sides.both("a.txt", "one");
        sides.context.put("b.txt", "two");
        var outcome = watch(session(KEEPING).download(DownloadRequest.all().verified()));
        runtime.advance(Duration.ofMinutes(3));
        assertThat(outcome.error)
                .isInstanceOfSatisfying(
                        SyncUnconfirmedException.class,
                        e -> assertThat(e.mounts().get(0).reason()).contains("b.txt"));
    }

    @Test
    void anEmptySyncWithoutATaskIsUnchangedWhereContentIsTheSame() {
        wire.work = (key, now) -> null;
        sides.both("a.txt", "one");
        var report = value(session(KEEPING).upload(UploadRequest.all()));
        assertThat(report.mounts().get(0).outcome().state()).isEqualTo(State.UNCHANGED);
        assertThat(report.mounts().get(0).outcome().level()).isEqualTo(Level.VERIFIED);
        assertThat(report.elapsed()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aDownloadWithoutATaskIsNotUnchangedWhileTheListingOfTheContextMayLag() {
        wire.work = (key, now) -> null;
        sides.context.put("a.txt", "stored just now");
        sides.unlisted.add("a.txt");
        var sync = session(KEEPING);
        var impatient = watch(sync.download(DownloadRequest.all().deadline(Duration.ofSeconds(20))));
        runtime.advance(Duration.ofSeconds(25));
        assertThat(impatient.error).isInstanceOf(SyncUnconfirmedException.class);
        var outcome = watch(sync.download(DownloadRequest.all()));
        runtime.advance(Duration.ofSeconds(50));
        assertThat(outcome.ended()).isFalse();
        sides.unlisted.clear();
        runtime.advance(Duration.ofMinutes(5));
        assertThat(outcome.ended())
                .as("it is listed, and is not in the session")
                .isFalse();
        sides.session.put("a.txt", "stored just now");
        runtime.advance(Duration.ofMinutes(3));
        assertThat(outcome.value.mounts().get(0).outcome().state()).isEqualTo(State.UNCHANGED);
    }

    @Test
    void sameSizesAreNoProofWhereSomethingMayHaveChanged() {
        wire.work = (key, now) -> null;
        sides.session.put("a.txt", "new");
        sides.context.put("a.txt", "old");
        var outcome = watch(session(KEEPING).upload(UploadRequest.all()));
        runtime.advance(Duration.ofMinutes(9));
        assertThat(outcome.ended()).isFalse();
        runtime.advance(Duration.ofMinutes(3));
        assertThat(outcome.error).isInstanceOf(SyncUnconfirmedException.class);
        assertThat(sides.saved).isEmpty();
    }

    @Test
    void aDeletionThatHasNotArrivedIsNotUnchanged() {
        wire.work = (key, now) ->
                key.direction() == Direction.UPLOAD ? null : FakeTask.good(key, now, Duration.ofSeconds(1));
        var sync = session(Mount.of(CTX, "/mnt/data", SyncPolicy.manual()));
        assertThat(value(sync.download(DownloadRequest.all()))).isNotNull();
        sides.both("a.txt", "one");
        sides.context.put("deleted.txt", "two");
        var outcome = watch(sync.upload(UploadRequest.all()));
        runtime.advance(Duration.ofMinutes(9));
        assertThat(outcome.ended()).isFalse();
        sides.context.remove("deleted.txt");
        runtime.advance(Duration.ofMinutes(2));
        assertThat(outcome.value).isNotNull();
    }

    @Test
    void sameSizesSufficeWhereNothingCanHaveChanged() {
        wire.work = (key, now) -> null;
        sides.mayHaveChanged = false;
        sides.both("a.txt", "one");
        var report = value(session(KEEPING).upload(UploadRequest.all()));
        assertThat(report.mounts().get(0).outcome().level()).isEqualTo(Level.LISTED);
        assertThat(sides.hashes).isZero();
    }

    @Test
    void aStuckTaskIsSettledByContentAtTheEndOfPatience() {
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofDays(1));
        sides.both("a.txt", "one");
        var outcome = watch(session(KEEPING).upload(UploadRequest.all()));
        runtime.advance(Duration.ofMinutes(11));
        assertThat(outcome.value.mounts().get(0).outcome().state()).isEqualTo(State.SYNCED);
        assertThat(outcome.value.verified()).isTrue();
    }

    /** Found by the simulation: neither the file nor the task that will bring it is listed yet. */
    @Test
    void aDownloadIsNotUnchangedBecauseNothingIsListedYet() {
        sides.both("a.txt", "one");
        sides.context.put("late", "put just before");
        sides.unlisted.add("late");
        wire.work =
                (key, now) -> FakeTask.good(key, now, Duration.ofSeconds(30)).queued(Duration.ofSeconds(8));
        var outcome = watch(session(KEEPING).download(DownloadRequest.all().listed()));
        runtime.advance(Duration.ofSeconds(20));
        assertThat(outcome.ended()).isFalse();
    }

    @Test
    void anArchiveReachesConfirmedAndNoMore() {
        var archive =
                Mount.of(CTX, "/mnt/data", SyncPolicy.manual().keepingDeleted().archived());
        var sync = session(archive);
        var refused = watch(sync.upload(UploadRequest.all().verified()));
        assertThat(refused.error).isInstanceOf(InvalidRequestException.class).hasMessageContaining("archive");
        wire.work = (key, now) -> null;
        sides.mayHaveChanged = false;
        var unchanged = watch(sync.upload(UploadRequest.all()));
        runtime.advance(Duration.ofSeconds(59));
        assertThat(unchanged.ended()).isFalse();
        runtime.advance(Duration.ofSeconds(5));
        assertThat(unchanged.value.mounts().get(0).outcome().state()).isEqualTo(State.UNCHANGED);
        assertThat(unchanged.value.mounts().get(0).outcome().level()).isNull();
        sides.mayHaveChanged = true;
        var written = watch(sync.upload(UploadRequest.all()));
        runtime.advance(Duration.ofMinutes(12));
        assertThat(written.error).isInstanceOf(SyncUnconfirmedException.class);
    }

    @Test
    void aHalfDownloadedMountThatMirrorsDeletionsIsNotUploaded() {
        var sync = session(Mount.of(CTX, "/mnt/data"));
        wire.tasks.add(FakeTask.good(DOWN, runtime.nanos(), Duration.ofSeconds(30)));
        var early = watch(sync.upload(UploadRequest.all()));
        runtime.advance(Duration.ofSeconds(1));
        assertThat(early.error).isInstanceOf(MountNotReadyException.class);
        assertThat(wire.triggers).isEmpty();
        var byName = watch(sync.upload(UploadRequest.all().allowingIncompleteMount()));
        runtime.advance(Duration.ofSeconds(40));
        assertThat(byName.value).isNotNull();
        assertThat(value(sync.upload(UploadRequest.all())).mounts()).hasSize(1);
    }

    @Test
    void aMountWhoseDownloadFailedIsNotUploadedEither() {
        var sync = session(Mount.of(CTX, "/mnt/data"));
        wire.tasks.add(FakeTask.ending(DOWN, runtime.nanos(), Duration.ofSeconds(1), "Failed", "no space"));
        runtime.advance(Duration.ofSeconds(2));
        assertThat(errorOf(sync.upload(UploadRequest.all()))).isInstanceOf(MountNotReadyException.class);
        var closing = watch(sync.uploadAtClose(List.of(Mount.of(CTX, "/mnt/data"))));
        runtime.advance(Duration.ofSeconds(2));
        assertThat(closing.error).isInstanceOf(MountNotReadyException.class);
        assertThat(wire.triggers).isEmpty();
    }

    @Test
    void aDownloadThatBeganAndWasNotConfirmedClosesTheGateAgain() {
        var mount = Mount.of(CTX, "/mnt/data", SyncPolicy.manual());
        var sync = session(mount);
        assertThat(value(sync.upload(UploadRequest.all())).mounts())
                .as("an empty context")
                .hasSize(1);
        sides.context.put("a.txt", "one");
        wire.work = (key, now) -> FakeTask.ending(key, now, Duration.ofSeconds(1), "Failed", "no space");
        assertThat(errorOf(sync.download(DownloadRequest.all()))).isInstanceOf(SyncFailedException.class);
        assertThat(errorOf(sync.upload(UploadRequest.all()))).isInstanceOf(MountNotReadyException.class);
    }

    @Test
    void aFailedDownloadClosesTheGateThoughTheListingLags() {
        var sync = session(Mount.of(CTX, "/mnt/data", SyncPolicy.manual()));
        sides.context.put("a.txt", "one");
        sides.unlisted.add("a.txt");
        wire.work = (key, now) -> FakeTask.ending(key, now, Duration.ofSeconds(1), "Failed", "no space");
        assertThat(errorOf(sync.download(DownloadRequest.all()))).isInstanceOf(SyncFailedException.class);
        assertThat(errorOf(sync.upload(UploadRequest.all()))).isInstanceOf(MountNotReadyException.class);
    }

    @Test
    void aDownloadOfOursThatMayStillBeginKeepsTheGateClosed() {
        var sync = session(Mount.of(CTX, "/mnt/data"));
        wire.tasks.add(FakeTask.good(DOWN, runtime.nanos(), Duration.ofMillis(100)));
        runtime.advance(Duration.ofSeconds(1));
        wire.work = (key, now) ->
                key.direction() == Direction.DOWNLOAD ? null : FakeTask.good(key, now, Duration.ofSeconds(1));
        var download = watch(sync.download(DownloadRequest.all().deadline(Duration.ofSeconds(4))));
        runtime.advance(Duration.ofSeconds(4));
        assertThat(download.error).isInstanceOf(SyncUnconfirmedException.class);
        var early = watch(sync.upload(UploadRequest.all()));
        runtime.advance(Duration.ofSeconds(1));
        assertThat(early.error).isInstanceOf(MountNotReadyException.class);
        runtime.advance(Duration.ofSeconds(15));
        assertThat(value(sync.upload(UploadRequest.all())).mounts()).hasSize(1);
    }

    @Test
    void aMassDeletionHaltsWhereTheSessionWasWalkedAnyway() {
        var mount = Mount.of(CTX, "/mnt/data", SyncPolicy.manual());
        var sync = session(mount);
        assertThat(value(sync.download(DownloadRequest.all())).mounts()).hasSize(1);
        sides.both("a", "1");
        sides.context.put("b", "2");
        sides.context.put("c", "3");
        int before = wire.triggers.size();
        assertThat(errorOf(sync.upload(UploadRequest.all().listed())))
                .isInstanceOfSatisfying(
                        MassDeletionException.class, e -> assertThat(e.files()).isEqualTo(2));
        assertThat(errorOf(sync.uploadAtClose(List.of(mount)))).isInstanceOf(MassDeletionException.class);
        assertThat(wire.triggers).hasSize(before);
        int walks = sides.sessionWalks;
        assertThat(value(sync.upload(UploadRequest.all()))).isNotNull();
        assertThat(sides.sessionWalks).as("no walk before a plain upload").isEqualTo(walks);
        assertThat(value(sync.upload(UploadRequest.all().listed().allowingMassDeletion())))
                .isNotNull();
    }

    @Test
    void aDownloadDoesNotOverwriteWhatWasWrittenHere() {
        var sync = session(KEEPING);
        sides.written.add("/mnt/data/a.txt");
        assertThat(errorOf(sync.download(DownloadRequest.all())))
                .isInstanceOfSatisfying(
                        UnsavedChangesException.class,
                        e -> assertThat(e.paths()).containsExactly("/mnt/data/a.txt"));
        assertThat(wire.triggers).isEmpty();
        assertThat(value(sync.download(DownloadRequest.all().overwritingUnsaved())))
                .isNotNull();
    }

    @Test
    void eachMountIsReportedAndOneFailingHidesNoOther() {
        var other = Mount.of(CTX, "/mnt/other", SyncPolicy.manual().keepingDeleted());
        wire.work = (key, now) -> key.path().equals("/mnt/data")
                ? FakeTask.ending(key, now, Duration.ofSeconds(1), "Failed", "disk full")
                : FakeTask.good(key, now, Duration.ofSeconds(9));
        var outcome = watch(session(KEEPING, other).upload(UploadRequest.all()));
        runtime.advance(Duration.ofSeconds(20));
        assertThat(outcome.error).isInstanceOfSatisfying(SyncFailedException.class, e -> {
            assertThat(e.mounts()).extracting(mount -> mount.state()).containsExactly(State.FAILED, State.SYNCED);
            assertThat(e.mounts().get(0).reason()).isEqualTo("disk full");
        });
        assertThat(wire.triggers).as("one call per mount, never one for all").hasSize(2);
    }

    @Test
    void aTicketWaitsOnWithoutASecondTrigger() {
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofMinutes(1));
        var sync = session(KEEPING);
        sides.session.put("a", "1");
        var outcome = watch(sync.upload(UploadRequest.all().deadline(Duration.ofSeconds(5))));
        runtime.advance(Duration.ofSeconds(5));
        var ticket = ((SyncUnconfirmedException) outcome.error).ticket();
        var resumed = watch(sync.resume(SyncTicket.of(ticket.value())));
        runtime.advance(Duration.ofSeconds(50));
        assertThat(resumed.ended()).isFalse();
        runtime.advance(Duration.ofSeconds(20));
        assertThat(resumed.value.mounts().get(0).outcome().state()).isEqualTo(State.SYNCED);
        assertThat(wire.triggers).hasSize(1);
    }

    @Test
    void whatWasWrittenBeforeTheFirstCallIsSavedOnceItsTicketIs() {
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofMinutes(1));
        var sync = session(KEEPING);
        var ticket = unconfirmed(sync.upload(UploadRequest.all().deadline(Duration.ofSeconds(5))));
        sides.stamp = 9;
        var resumed = watch(sync.resume(ticket));
        runtime.advance(Duration.ofSeconds(70));
        assertThat(resumed.value).isNotNull();
        assertThat(sides.saved).as("up to the first call").containsExactlyEntriesOf(Map.of("/mnt/data", 7L));
    }

    @Test
    void ofTwoCallsThatWaitForTheSameTheFirstSaysWhatIsSaved() {
        wire.work = (key, now) -> null;
        sides.session.put("a", "1");
        var sync = session(KEEPING);
        var first = unconfirmed(sync.upload(UploadRequest.all().deadline(Duration.ofSeconds(4))));
        sides.stamp = 9;
        runtime.advance(Duration.ofSeconds(20));
        var second = unconfirmed(sync.upload(UploadRequest.all().deadline(Duration.ofSeconds(4))));
        assertThat(second).isEqualTo(first);
        wire.tasks.add(FakeTask.good(
                new FakeSyncWire.Key("ctx", "/mnt/data", Direction.UPLOAD), runtime.nanos(), Duration.ofSeconds(1)));
        var resumed = watch(sync.resume(second));
        runtime.advance(Duration.ofSeconds(20));
        assertThat(resumed.value).isNotNull();
        assertThat(sides.saved).containsExactlyEntriesOf(Map.of("/mnt/data", 7L));
    }

    @Test
    void aTicketFromElsewhereSavesNothingHere() {
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofMinutes(1));
        var ticket = unconfirmed(session(KEEPING).upload(UploadRequest.all().deadline(Duration.ofSeconds(5))));
        var resumed = watch(session(KEEPING).resume(ticket));
        runtime.advance(Duration.ofSeconds(70));
        assertThat(resumed.value).isNotNull();
        assertThat(sides.saved).isEmpty();
    }

    @Test
    void aPersistedFileIsComparedAloneAndNothingIsListed() {
        sides.both("config.json", "{}");
        sides.session.put("train.log", "longer by now");
        sides.context.put("train.log", "before");
        var report = value(session(KEEPING).persist(KEEPING, "config.json"));
        assertThat(report.verified()).isTrue();
        assertThat(report.mounts().get(0).coverage()).isEqualTo(new Coverage(1, 1, 1));
        assertThat(sides.sessionWalks + sides.contextWalks).isZero();
        assertThat(sides.hashes).isEqualTo(1);
        assertThat(sides.saved).containsEntry("/mnt/data", 7L);
    }

    @Test
    void aPersistedFileThatDiffersOrIsGoneIsUnconfirmed() {
        sides.session.put("config.json", "new");
        sides.context.put("config.json", "old");
        var sync = session(KEEPING);
        for (int time = 0; time < 2; time++) {
            assertThat(errorOf(sync.persist(KEEPING, "config.json")))
                    .isInstanceOfSatisfying(SyncUnconfirmedException.class, e -> {
                        assertThat(e.mounts().get(0).level()).isEqualTo(Level.CONFIRMED);
                        assertThat(e.mounts().get(0).reason()).contains("config.json");
                    });
            sides.session.remove("config.json");
        }
    }

    @Test
    void aTicketOfAPersistedFileComparesThatFile() {
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofMinutes(1));
        sides.both("config.json", "{}");
        sides.session.put("train.log", "not in the context");
        var sync = session(KEEPING);
        var ticket = unconfirmed(
                sync.persist(KEEPING, "config.json").contextWrite(CallOptions.deadline(Duration.ofSeconds(5))));
        var resumed = watch(sync.resume(SyncTicket.of(ticket.value())));
        runtime.advance(Duration.ofSeconds(70));
        assertThat(resumed.value.verified()).isTrue();
        assertThat(resumed.value.mounts().get(0).coverage().expected()).isEqualTo(1);
    }

    @Test
    void aPersistedFileThatIsThereWithoutATaskSavesNoOther() {
        wire.work = (key, now) -> null;
        sides.both("config.json", "{}");
        sides.session.put("other", "not in the context");
        var report = value(session(KEEPING).persist(KEEPING, "config.json"));
        assertThat(report.mounts().get(0).outcome().state()).isEqualTo(State.UNCHANGED);
        assertThat(report.verified()).isTrue();
        assertThat(sides.saved).isEmpty();
    }

    @Test
    void aTicketOfAnotherSessionIsRefusedAtTheCall() {
        var ticket = new Ticket(
                "s-2", Direction.UPLOAD, Level.CONFIRMED, null, List.of(new Ticket.Wait("ctx", "/mnt/data", 1, true)));
        var sync = session(KEEPING);
        assertThatThrownBy(() -> watch(sync.resume(ticket.toPublic()))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> watch(sync.resume(SyncTicket.of("nonsense"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDeadlineOfTheCallerEndsASyncToo() {
        wire.work = (key, now) -> FakeTask.good(key, now, Duration.ofMinutes(1));
        var outcome = watch(
                session(KEEPING).upload(UploadRequest.all()).contextWrite(CallOptions.deadline(Duration.ofSeconds(4))));
        runtime.advance(Duration.ofSeconds(4));
        assertThat(outcome.error).isInstanceOf(SyncUnconfirmedException.class);
    }

    @Test
    void unknownAndUnfitMountsAreInvalidRequests() {
        var sync = session(Mount.of(CTX, "/mnt/data", SyncPolicy.readOnly()));
        assertThat(errorOf(sync.upload(UploadRequest.all()))).isInstanceOf(InvalidRequestException.class);
        assertThat(errorOf(sync.upload(UploadRequest.of("/mnt/data")))).isInstanceOf(InvalidRequestException.class);
        assertThat(errorOf(sync.upload(UploadRequest.of("/mnt/else"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("/mnt/data");
    }

    @Test
    void readyMeansTheLastListedDownloadSucceeded() {
        var mount = Mount.of(CTX, "/mnt/data");
        var sync = session(mount);
        var ready = watchReady(sync.awaitReady(mount));
        runtime.advance(Duration.ofSeconds(20));
        assertThat(ready.ended()).as("no task is listed yet").isFalse();
        wire.tasks.add(FakeTask.good(DOWN, runtime.nanos(), Duration.ofSeconds(5)));
        runtime.advance(Duration.ofSeconds(4));
        assertThat(ready.ended()).isFalse();
        runtime.advance(Duration.ofSeconds(8));
        assertThat(ready.completed).isTrue();
    }

    @Test
    void aFailedFirstDownloadFailsWithItsReason() {
        var mount = Mount.of(CTX, "/mnt/data");
        wire.tasks.add(FakeTask.ending(DOWN, runtime.nanos(), Duration.ofSeconds(1), "Failed", "no space"));
        var ready = watchReady(session(mount).awaitReady(mount));
        runtime.advance(Duration.ofSeconds(5));
        assertThat(ready.error)
                .isInstanceOfSatisfying(
                        SyncFailedException.class,
                        e -> assertThat(e.mounts().get(0).reason()).isEqualTo("no space"));
    }

    @Test
    void eachMountIsOneOperationWithItsPhasesAndReport() {
        List<OperationEvent> seen = new ArrayList<>();
        var outcome =
                watch(session(KEEPING).upload(UploadRequest.all()).contextWrite(OperationEvent.listener(seen::add)));
        runtime.advance(Duration.ofSeconds(10));
        assertThat(outcome.value).isNotNull();
        assertThat(seen)
                .extracting(event -> event.type() + " " + event.progress().phase())
                .containsExactly(
                        "started PLANNING",
                        "advanced TRIGGERED",
                        "advanced QUEUED",
                        "advanced TRANSFERRING",
                        "completed DONE");
        assertThat(((OperationEvent.Completed) seen.get(4)).report()).isEqualTo(outcome.value);
    }

    private SyncTicket unconfirmed(Mono<SyncReport> work) {
        var outcome = watch(work);
        runtime.advance(Duration.ofSeconds(5));
        assertThat(outcome.error).isInstanceOf(SyncUnconfirmedException.class);
        return ((SyncUnconfirmedException) outcome.error).ticket();
    }

    private Outcome<SyncReport> watch(Mono<SyncReport> work) {
        return new Outcome<SyncReport>().watch(work);
    }

    private static Outcome<Void> watchReady(Mono<Void> work) {
        return new Outcome<Void>().watch(work);
    }

    private SyncReport value(Mono<SyncReport> work) {
        var outcome = watch(work);
        runtime.advance(Duration.ofSeconds(20));
        assertThat(outcome.error).isNull();
        assertThat(outcome.value).isNotNull();
        return outcome.value;
    }

    private Throwable errorOf(Mono<SyncReport> work) {
        var outcome = watch(work);
        runtime.advance(Duration.ofSeconds(20));
        assertThat(outcome.error).isNotNull();
        return outcome.error;
    }
}
