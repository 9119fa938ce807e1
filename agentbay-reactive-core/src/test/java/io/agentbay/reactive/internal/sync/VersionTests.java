package io.agentbay.reactive.internal.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.SyncConflictException;
import io.agentbay.reactive.internal.event.DefaultOperations;
import io.agentbay.reactive.internal.sync.RoundTests.Outcome;
import io.agentbay.reactive.stub.VirtualRuntime;
import io.agentbay.reactive.sync.DownloadRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncReport;
import io.agentbay.reactive.sync.UploadRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Versions of mounts: who pays for them, and what an upload on condition of one refuses. */
class VersionTests {

    private static final ContextId CTX = ContextId.of("ctx");
    private static final Mount MANAGED =
            Mount.of(CTX, "/mnt/data", SyncPolicy.manual().keepingDeleted());

    private final VirtualRuntime runtime = new VirtualRuntime();
    private final FakeSyncWire wire = new FakeSyncWire(runtime);
    private final FakeSides sides = new FakeSides();
    private final SessionSync sync = client(MANAGED);

    private SessionSync client(Mount mount) {
        return new DefaultSessionSyncFactory(
                        runtime, wire, sides, sides, new DefaultOperations(runtime), ClientOptions.defaults())
                .create(new SessionSync.Session("s-1", List.of(mount), true, sides, sides));
    }

    @Test
    void aPlainSyncNamesNoneAndWalksNothing() {
        assertThat(version(sync.upload(UploadRequest.all()))).isNull();
        assertThat(version(sync.download(DownloadRequest.all()))).isNull();
        assertThat(sides.sessionWalks + sides.contextWalks).isZero();
    }

    @Test
    void whoAsksForOneGetsOne() {
        sides.both("a", "0");
        var asked = value(sync.upload(UploadRequest.all().versioned()));
        assertThat(asked.mounts().get(0).outcome().level()).isEqualTo(Level.LISTED);
        var version = asked.mounts().get(0).version();
        assertThat(version).isNotBlank();
        assertThat(version(sync.upload(UploadRequest.all().ifUnchangedSince(asked))))
                .isEqualTo(version);
        assertThat(version(sync.download(DownloadRequest.all().versioned()))).isEqualTo(version);
    }

    @Test
    void whoLooksAnywayGetsOneOfTheListing() {
        sides.both("a", "0");
        var version = version(sync.upload(UploadRequest.all().listed()));
        assertThat(version).isNotBlank();
        assertThat(version(sync.upload(UploadRequest.all().verified()))).isEqualTo(version);
        assertThat(version(sync.download(DownloadRequest.all().verified()))).isEqualTo(version);
        assertThat(version(sync.download(DownloadRequest.all().listed()))).isNull();
        assertThat(sides.heads).isZero();
        var later = value(sync.upload(UploadRequest.all().verified()));
        sides.context.put("b", "1");
        assertThat(errorOf(sync.upload(UploadRequest.all().ifUnchangedSince(later))))
                .isInstanceOf(SyncConflictException.class);
    }

    @Test
    void aChangeThatTheListingDoesNotTellIsSeenByKey() {
        sides.both("a", "0");
        var earlier = value(sync.upload(UploadRequest.all().versioned()));
        sides.context.put("a", "1");
        assertConflict(earlier, "/mnt/data/a");
        sides.context.put("a", "0");
        sides.context.put("new", "of another");
        sides.unlisted.add("new");
        sides.session.put("new", "of this one");
        assertConflict(earlier, "/mnt/data/new");
    }

    @Test
    void whatOthersDidDuringAnUploadIsAChangeSince() {
        sides.both("a", "0");
        sides.context.put("theirs", "0");
        var earlier = value(sync.upload(UploadRequest.all().versioned()));
        wire.work = (key, now) -> {
            sides.context.put("new", "of another");
            sides.context.put("theirs", "1");
            return FakeSyncWire.FakeTask.good(key, now, Duration.ofSeconds(1));
        };
        var later = value(sync.upload(UploadRequest.all().ifUnchangedSince(earlier)));
        assertConflict(later, "/mnt/data/new", "/mnt/data/theirs");
    }

    @Test
    void manyFilesAreComparedAsListed() {
        for (int n = 0; n < 257; n++) {
            sides.both("f" + n, "0");
        }
        var earlier = value(sync.upload(UploadRequest.all().versioned()));
        assertThat(value(sync.upload(UploadRequest.all().ifUnchangedSince(earlier))))
                .isNotNull();
        assertThat(sides.heads).isZero();
        sides.context.put("f1", "longer");
        assertConflict(earlier, "/mnt/data/f1");
    }

    @Test
    void whatGrewBeyondThatIsAConflictToo() {
        sides.both("a", "0");
        var earlier = value(sync.upload(UploadRequest.all().versioned()));
        for (int n = 0; n < 257; n++) {
            sides.context.put("f" + n, "0");
        }
        assertConflict(earlier, "/mnt/data");
    }

    private void assertConflict(SyncReport earlier, String... paths) {
        int triggers = wire.triggers.size();
        assertThat(errorOf(sync.upload(UploadRequest.all().ifUnchangedSince(earlier))))
                .isInstanceOfSatisfying(
                        SyncConflictException.class, e -> assertThat(e.paths()).containsExactly(paths));
        assertThat(wire.triggers).hasSize(triggers);
    }

    @Test
    void aDownloadNamesWhatWasThereBeforeItBegan() {
        sides.both("a", "0");
        var before = version(sync.upload(UploadRequest.all().versioned()));
        var download = new Outcome<SyncReport>()
                .watch(sync.download(DownloadRequest.all().versioned()));
        sides.context.put("a", "by another");
        runtime.advance(Duration.ofSeconds(20));
        assertThat(download.value.mounts().get(0).version()).isEqualTo(before);
        assertThat(errorOf(sync.upload(UploadRequest.all().ifUnchangedSince(download.value))))
                .isInstanceOf(SyncConflictException.class);
    }

    @Test
    void whatOthersAddedChangedOrDeletedIsNamedAndNothingTriggered() {
        sides.both("a", "0");
        sides.both("b", "0");
        sides.both("c", "0");
        var earlier = value(sync.upload(UploadRequest.all().versioned()));
        sides.context.put("a", "by another");
        sides.context.remove("b");
        sides.context.put("d", "new");
        int triggers = wire.triggers.size();
        assertThat(errorOf(sync.upload(UploadRequest.all().ifUnchangedSince(earlier))))
                .isInstanceOfSatisfying(
                        SyncConflictException.class,
                        e -> assertThat(e.paths()).containsExactly("/mnt/data/a", "/mnt/data/b", "/mnt/data/d"));
        assertThat(wire.triggers).hasSize(triggers);
    }

    @Test
    void anotherClientKnowsThatSomethingChangedAndNotWhat() {
        sides.both("a", "0");
        var earlier = value(sync.upload(UploadRequest.all().versioned()));
        var other = client(MANAGED);
        assertThat(value(other.upload(UploadRequest.all().ifUnchangedSince(earlier))))
                .isNotNull();
        sides.context.put("b", "1");
        assertThat(errorOf(client(MANAGED).upload(UploadRequest.all().ifUnchangedSince(earlier))))
                .isInstanceOfSatisfying(
                        SyncConflictException.class, e -> assertThat(e.paths()).containsExactly("/mnt/data"));
    }

    @Test
    void aDeletionStillListedIsNoChangeOfOthers() {
        var mirrored = client(Mount.of(CTX, "/mnt/data", SyncPolicy.manual()));
        assertThat(value(mirrored.download(DownloadRequest.all()))).isNotNull();
        sides.both("a", "0");
        sides.both("b", "0");
        sides.session.remove("b");
        var earlier = value(mirrored.upload(UploadRequest.all().versioned()));
        sides.context.remove("b");
        assertThat(value(mirrored.upload(UploadRequest.all().ifUnchangedSince(earlier))))
                .isNotNull();
    }

    @Test
    void withoutAVersionThereIsNothingToCompareWith() {
        var plain = value(sync.upload(UploadRequest.all()));
        assertThatThrownBy(() -> UploadRequest.all().ifUnchangedSince(plain))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("versioned()");
        var elsewhere =
                value(client(Mount.of(CTX, "/mnt/else", SyncPolicy.manual().keepingDeleted()))
                        .upload(UploadRequest.all().versioned()));
        assertThat(errorOf(sync.upload(UploadRequest.all().ifUnchangedSince(elsewhere))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("/mnt/data");
    }

    @Test
    void archivesHaveNone() {
        var archived = client(
                Mount.of(CTX, "/mnt/data", SyncPolicy.manual().keepingDeleted().archived()));
        assertThat(errorOf(archived.upload(UploadRequest.all().versioned())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("archive");
        assertThat(errorOf(archived.download(DownloadRequest.all().versioned())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("archive");
    }

    private String version(Mono<SyncReport> work) {
        return value(work).mounts().get(0).version();
    }

    private SyncReport value(Mono<SyncReport> work) {
        var outcome = watch(work);
        assertThat(outcome.error).isNull();
        return outcome.value;
    }

    private Throwable errorOf(Mono<SyncReport> work) {
        return watch(work).error;
    }

    private Outcome<SyncReport> watch(Mono<SyncReport> work) {
        var outcome = new Outcome<SyncReport>().watch(work);
        runtime.advance(Duration.ofSeconds(30));
        return outcome;
    }
}
