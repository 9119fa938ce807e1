package io.agentbay.reactive.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.internal.snapshot.format.Hashes;
import io.agentbay.reactive.internal.snapshot.format.Layout;
import io.agentbay.reactive.snapshot.RestoreRequest;
import io.agentbay.reactive.snapshot.Snapshot;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestoringTests {

    private static final ContextId OTHER = ContextId.of("c-2");

    private final Lab lab = new Lab();
    private final MemoryObjects other =
            new MemoryObjects(() -> lab.runtime.clock().instant());
    private final DefaultSnapshotOperations snapshots = lab.operations(OTHER, other);
    private Snapshot snapshot;

    @BeforeEach
    void take() {
        lab.file("/mnt/a", 1_000);
        lab.file("/mnt/sub/b", 300_000);
        lab.file("/mnt/subway", 10);
        lab.runtime.advance(Duration.ofMinutes(1));
        snapshot = lab.take("v1");
    }

    private List<Difference> plan(RestoreRequest request) {
        return lab.get(snapshots.planRestore(request).collectList());
    }

    /** A listing that lags shows a file as it was before it was overwritten. */
    @Test
    void whatAListingCallsUnchangedIsReadBeforeItIsLeftAsItIs() {
        var file = lab.manifest(snapshot.id()).files().get(0);
        lab.source.set("/mnt/a", lab.bytes(1_000), file.modified());

        lab.get(snapshots.restore(RestoreRequest.inPlace(snapshot)));

        assertThat(Hashes.of(lab.source.bytes("/mnt/a"))).isEqualTo(file.sha256());
    }

    @Test
    void thePlanIsWhatIsDone() {
        other.set("/mnt/a", lab.bytes(1_000));
        other.set("/mnt/extra", lab.bytes(5));
        other.set("/mnt/subway", lab.source.bytes("/mnt/subway"));
        var request = RestoreRequest.into(snapshot, OTHER).deletingExtras();

        assertThat(plan(request))
                .extracting(difference -> difference.kind() + " " + difference.path())
                .containsExactly("DIFFERENT /mnt/a", "ONLY_RIGHT /mnt/extra", "ONLY_LEFT /mnt/sub/b");
        var report = lab.get(snapshots.restore(request));

        assertThat(other.content()).isEqualTo(lab.source.content());
        assertThat(report.bytesWritten()).isEqualTo(301_000);
        assertThat(report.safety()).isNotNull();
        assertThat(report.safety().context()).isEqualTo(OTHER);
        assertThat(plan(request)).isEmpty();
    }

    @Test
    void aSubPathIsAFileOrADirectoryNeverABeginning() {
        lab.get(snapshots.restore(RestoreRequest.into(snapshot, OTHER).only("/mnt/sub/")));
        assertThat(other.content()).containsOnlyKeys("/mnt/sub/b");

        lab.get(snapshots.restore(RestoreRequest.into(snapshot, OTHER).only("/mnt/a")));
        assertThat(other.content()).containsOnlyKeys("/mnt/sub/b", "/mnt/a");
    }

    @Test
    void extrasOutsideTheSubPathStay() {
        other.set("/mnt/other", lab.bytes(5));
        other.set("/mnt/sub/extra", lab.bytes(5));

        lab.get(snapshots.restore(
                RestoreRequest.into(snapshot, OTHER).only("/mnt/sub").deletingExtras()));

        assertThat(other.content()).containsOnlyKeys("/mnt/sub/b", "/mnt/other");
    }

    @Test
    void nothingIsDeletedWhenSomethingCannotBeRestored() {
        lab.store.names(Layout.OBJECTS).forEach(lab.store::remove);
        other.set("/mnt/extra", lab.bytes(5));

        assertThatThrownBy(() -> lab.get(
                        snapshots.restore(RestoreRequest.into(snapshot, OTHER).deletingExtras())))
                .isInstanceOfSatisfying(
                        VerificationFailedException.class,
                        error -> assertThat(error.missing()).hasSize(3));

        assertThat(other.content()).containsOnlyKeys("/mnt/extra");
    }

    @Test
    void aTargetThatLosesWhatItAcknowledgedIsNoSuccess() {
        other.loses = name -> name.equals("/mnt/a");

        assertThatThrownBy(() -> lab.get(snapshots.restore(RestoreRequest.into(snapshot, OTHER))))
                .isInstanceOfSatisfying(
                        VerificationFailedException.class,
                        error -> assertThat(error.missing()).containsExactly("/mnt/a"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCrashAtAnyCallOfTheTargetIsFinishedByTheNextRun(boolean after) {
        var request = RestoreRequest.into(snapshot, OTHER).deletingExtras();
        for (var call = 1; ; call++) {
            other.content().keySet().forEach(other::remove);
            other.set("/mnt/extra", lab.bytes(5));
            other.set("/mnt/a", lab.bytes(7));
            other.crashAt(call, after);
            try {
                lab.get(snapshots.restore(request));
                break;
            } catch (TransportException cut) {
                other.recover();
            }
            lab.get(snapshots.restore(request));
            assertThat(other.content()).isEqualTo(lab.source.content());
        }
        assertThat(other.content()).isEqualTo(lab.source.content());
    }
}
