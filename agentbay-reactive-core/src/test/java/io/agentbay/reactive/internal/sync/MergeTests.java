package io.agentbay.reactive.internal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.MountNotReadyException;
import io.agentbay.reactive.error.SyncConflictException;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.internal.event.DefaultOperations;
import io.agentbay.reactive.internal.sync.FakeSyncWire.FakeTask;
import io.agentbay.reactive.internal.sync.RoundTests.Outcome;
import io.agentbay.reactive.stub.VirtualRuntime;
import io.agentbay.reactive.sync.ConflictRule;
import io.agentbay.reactive.sync.DownloadRequest;
import io.agentbay.reactive.sync.MergeReport;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.UploadRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** Merges of one mount, and what they refuse. */
class MergeTests {

    private static final ContextId CTX = ContextId.of("ctx");
    private static final Mount MANAGED =
            Mount.of(CTX, "/mnt/data", SyncPolicy.manual().keepingDeleted());

    private final VirtualRuntime runtime = new VirtualRuntime();
    private final FakeSyncWire wire = new FakeSyncWire(runtime);
    private final FakeSides sides = new FakeSides();
    private final FakeFiles files = new FakeFiles(sides);
    private final DefaultOperations operations = new DefaultOperations(runtime);
    private final SessionSync.Factory factory =
            new DefaultSessionSyncFactory(runtime, wire, sides, sides, operations, ClientOptions.defaults());

    private SessionSync session(Mount... mounts) {
        return factory.create(new SessionSync.Session("s-1", List.of(mounts), true, sides, sides));
    }

    private SessionSync downloaded() {
        var sync = session(MANAGED);
        assertThat(value(sync.download(DownloadRequest.all().verified())).verified())
                .isTrue();
        return sync;
    }

    @ParameterizedTest
    @EnumSource(names = {"SESSION_WINS", "CONTEXT_WINS"})
    void withoutACommonStateNobodyWins(ConflictRule rule) {
        assertThat(errorOf(session(MANAGED).merge(rule, files)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("verified()");
        assertThat(sides.sessionWalks + sides.contextWalks).isZero();
    }

    @Test
    void withoutACommonStateNothingIsDeleted() {
        sides.session.put("here", "1");
        sides.context.put("there", "2");
        var report = value(session(MANAGED).merge(ConflictRule.FAIL, files));
        assertThat(sides.session).isEqualTo(sides.context).containsOnlyKeys("here", "there");
        assertThat(report.uploaded().added()).isEqualTo(Figure.measured(1));
        assertThat(report.downloaded().added()).isEqualTo(Figure.measured(1));
        assertThat(report.conflicts()).isEmpty();
    }

    @Test
    void failNamesEveryConflictAndChangesNothing() {
        sides.both("a", "0");
        sides.both("b", "0");
        var sync = downloaded();
        sides.session.put("a", "1");
        sides.context.put("a", "2");
        sides.session.remove("b");
        sides.context.put("b", "3");
        sides.session.put("mine", "4");
        assertThat(errorOf(sync.merge(ConflictRule.FAIL, files)))
                .isInstanceOfSatisfying(
                        SyncConflictException.class,
                        e -> assertThat(e.paths()).containsExactly("/mnt/data/a", "/mnt/data/b"));
        assertThat(sides.context).doesNotContainKey("mine");
        assertThat(sides.session).containsEntry("a", "1");
    }

    @Test
    void aListingThatLagsHidesNoChange() {
        sides.both("a", "0");
        var sync = downloaded();
        sides.session.put("a", "1");
        sides.context.put("a", "2");
        sides.session.put("new", "1");
        sides.context.put("new", "2");
        sides.unlisted.add("new");
        var report = value(sync.merge(ConflictRule.KEEP_BOTH, files));
        assertThat(report.conflicts()).hasSize(2);
        assertThat(sides.context)
                .containsEntry("a", "2")
                .containsEntry("new", "2")
                .hasSize(4);
        assertThat(sides.session).isEqualTo(sides.context);
    }

    @Test
    void aMergeIsTheCommonStateOfTheNext() {
        sides.session.put("a", "0");
        var sync = session(MANAGED);
        assertThat(value(sync.merge(ConflictRule.FAIL, files))).isNotNull();
        sides.session.remove("a");
        var report = value(sync.merge(ConflictRule.SESSION_WINS, files));
        assertThat(sides.context).isEmpty();
        assertThat(report.uploaded().removed()).isEqualTo(Figure.measured(1));
    }

    @Test
    void aDeletionOutlivesAVerifiedUploadThatKeepsDeleted() {
        sides.both("a", "0");
        sides.both("b", "0");
        var sync = downloaded();
        sides.session.remove("a");
        assertThat(value(sync.upload(UploadRequest.all().verified()))).isNotNull();
        assertThat(sides.context).containsKey("a");
        assertThat(value(sync.merge(ConflictRule.FAIL, files))).isNotNull();
        assertThat(sides.context).containsOnlyKeys("b");
    }

    @Test
    void whatChangesBetweenLookAndWriteIsLookedAtAgain() {
        sides.both("a", "0");
        var sync = downloaded();
        sides.session.put("a", "1");
        sides.afterLook.add(() -> sides.context.put("a", "2"));
        var report = value(sync.merge(ConflictRule.KEEP_BOTH, files));
        assertThat(report.conflicts()).hasSize(1);
        assertThat(sides.context).containsEntry("a", "2").containsValue("1");
    }

    @Test
    void aContextThatNeverRestsIsAConflict() {
        sides.both("a", "0");
        var sync = downloaded();
        sides.session.put("a", "1");
        for (int look = 0; look < 6; look++) {
            int change = look;
            sides.afterLook.add(() -> sides.context.put("a", "other " + change));
        }
        assertThat(errorOf(sync.merge(ConflictRule.SESSION_WINS, files))).isInstanceOf(SyncConflictException.class);
        assertThat(sides.context.get("a")).startsWith("other");
    }

    @Test
    void aWriteThatDidNotStickIsNoSuccess() {
        sides.losesWrites = true;
        sides.session.put("a", "1");
        assertThat(errorOf(session(MANAGED).merge(ConflictRule.KEEP_BOTH, files)))
                .isInstanceOfSatisfying(
                        VerificationFailedException.class,
                        e -> assertThat(e.missing()).containsExactly("/mnt/data/a"));
        assertThat(sides.saved).isEmpty();
    }

    @Test
    void mountsOfOtherPoliciesAreRefusedOrLeftOut() {
        assertThat(errorOf(session(Mount.of(CTX, "/mnt/data")).merge(ConflictRule.FAIL, files)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("keepingDeleted()");
        var archived =
                Mount.of(CTX, "/mnt/data", SyncPolicy.manual().keepingDeleted().archived());
        assertThat(errorOf(session(archived).merge(ConflictRule.FAIL, files)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("archive");
        var readOnly = Mount.of(CTX, "/mnt/data", SyncPolicy.readOnly());
        assertThat(errorOf(session(readOnly).merge(ConflictRule.FAIL, files)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("both ways");
    }

    @Test
    void halfADownloadIsNoChangeToMerge() {
        var sync = session(MANAGED);
        wire.work = (key, now) -> FakeTask.ending(key, now, Duration.ofSeconds(1), "Failed", "no space");
        assertThat(errorOf(sync.download(DownloadRequest.all()))).isNotNull();
        assertThat(errorOf(sync.merge(ConflictRule.KEEP_BOTH, files))).isInstanceOf(MountNotReadyException.class);
    }

    @Test
    void itIsOneOperation() {
        List<OperationEvent> events = new ArrayList<>();
        var merge = session(MANAGED).merge(ConflictRule.FAIL, files).contextWrite(OperationEvent.listener(events::add));
        assertThat(value(merge)).isNotNull();
        assertThat(events.get(0)).isInstanceOf(OperationEvent.Started.class);
        assertThat(events.get(0).operation().kind()).isEqualTo(Operation.Kind.MERGE);
        assertThat(events.get(events.size() - 1))
                .isInstanceOfSatisfying(
                        OperationEvent.Completed.class,
                        end -> assertThat(end.report()).isInstanceOf(MergeReport.class));
    }

    private <T> T value(Mono<T> work) {
        return watch(work).value;
    }

    private Throwable errorOf(Mono<?> work) {
        return watch(work).error;
    }

    private <T> Outcome<T> watch(Mono<T> work) {
        var outcome = new Outcome<T>();
        outcome.watch(work);
        runtime.advance(Duration.ofSeconds(30));
        return outcome;
    }
}
