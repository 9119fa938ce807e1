package io.agentbay.reactive.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.internal.snapshot.format.Layout;
import io.agentbay.reactive.internal.snapshot.format.Manifest;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PruningTests {

    private static final Duration DAY = Duration.ofHours(25);

    private final Lab lab = new Lab();

    private Snapshot oldAndNew() {
        lab.file("/mnt/stays", 300_000);
        lab.file("/mnt/goes", 400_000);
        lab.runtime.advance(Duration.ofMinutes(1));
        var old = lab.take("old");
        lab.source.set("/mnt/goes", lab.bytes(500_000));
        lab.runtime.advance(Duration.ofMinutes(1));
        var young = lab.take("young");
        lab.forget(old.id());
        return young;
    }

    @Test
    void whatNothingRefersToIsFreedInTwoSteps() {
        var young = oldAndNew();

        assertThat(lab.sweep()).isZero();
        assertThat(lab.mark()).isEqualTo(400_000);
        assertThat(lab.sweep()).isZero();
        assertThat(lab.mark()).isZero();
        lab.runtime.advance(DAY);
        assertThat(lab.sweep()).isEqualTo(400_000);

        assertThat(unreferenced()).isZero();
        lab.verify(young.id(), Depth.full());
        assertThat(lab.store.names(Layout.CATALOG)).hasSize(2);
    }

    private long unreferenced() {
        var kept = lab.manifests().stream()
                .flatMap(manifest -> manifest.contents().stream())
                .map(content -> content.path())
                .collect(Collectors.toSet());
        return lab.store.names(Layout.OBJECTS).stream()
                .filter(name -> !kept.contains(name))
                .count();
    }

    @Test
    void aWriterDoesNotRelyOnWhatIsMarked() {
        lab.file("/mnt/a", 300_000);
        lab.runtime.advance(Duration.ofMinutes(1));
        var first = lab.take("first");
        var manifest = hidden();
        lab.mark();
        lab.store.hides = name -> false;
        assertThat(manifest.id()).isEqualTo(first.id());

        var second = lab.take("second");
        lab.forget(first.id());
        lab.runtime.advance(DAY);
        lab.sweep();

        assertThat(lab.restored(second.id()).content()).isEqualTo(lab.source.content());
    }

    /** A listing that lags hides the manifest from the prune that marks. */
    private Manifest hidden() {
        var manifest = lab.manifests().get(0);
        lab.store.hides = name -> name.contains("/snapshot-");
        return manifest;
    }

    @Test
    void aMarkIsNoVerdict() {
        lab.file("/mnt/a", 300_000);
        lab.runtime.advance(Duration.ofMinutes(1));
        var first = lab.take("first");
        hidden();
        assertThat(lab.mark()).isEqualTo(300_000);
        lab.store.hides = name -> false;
        lab.runtime.advance(DAY);

        assertThat(lab.sweep()).isZero();

        lab.verify(first.id(), Depth.full());
    }

    /** While one prune reads manifests another uses the mark up, a writer relies on what it named, its base goes. */
    @Test
    void aMarkThatAnotherPruneUsedUpVouchesForNothing() {
        lab.file("/mnt/a", 300_000);
        lab.runtime.advance(Duration.ofMinutes(1));
        var base = lab.take("base");
        hidden();
        lab.mark();
        lab.store.hides = name -> false;
        lab.runtime.advance(DAY);
        List<Snapshot> during = new ArrayList<>();
        lab.store.onCall = () -> {
            if (lastCall().startsWith("get /agentbay-snapshots/catalog/snapshot-")) {
                lab.store.onCall = () -> {};
                assertThat(lab.sweep()).isZero();
                during.add(takeWithout(base));
            }
        };

        lab.sweep();

        assertThat(lab.restored(during.get(0).id()).content()).isEqualTo(lab.source.content());
    }

    private String lastCall() {
        return lab.store.calls.get(lab.store.calls.size() - 1);
    }

    /** The base is forgotten once the writer has read it. */
    private Snapshot takeWithout(Snapshot base) {
        lab.source.onCall = () -> {
            lab.source.onCall = () -> {};
            lab.forget(base.id());
        };
        return lab.take("during");
    }

    @Test
    void probesOfTheClockThatACrashLeftAreCleared() {
        oldAndNew();
        lab.mark();
        lab.store.set("/agentbay-snapshots/catalog/clock-0123456789abcdef", new byte[2]);
        lab.runtime.advance(DAY);

        lab.sweep();

        assertThat(lab.store.names(Layout.CATALOG)).noneMatch(name -> name.contains("/clock-"));
    }

    /** Where nothing was written for long, only what is written just now tells the time, once a listing shows it. */
    @Test
    void aListingThatLagsDoesNotKeepAPruneFromFreeing() {
        oldAndNew();
        lab.mark();
        lab.runtime.advance(DAY);
        var old = lab.store.names(Layout.CATALOG);
        var shown = lab.runtime.clock().instant().plus(Duration.ofSeconds(40));
        lab.store.hides =
                name -> !old.contains(name) && lab.runtime.clock().instant().isBefore(shown);

        assertThat(lab.sweep()).isEqualTo(400_000);
    }

    /** A file copied into a local store may bear any time. */
    @Test
    void aTimeInTheFutureDoesNotShortenTheGrace() {
        oldAndNew();
        lab.mark();
        var future = lab.runtime.clock().instant().plus(Duration.ofDays(9));
        lab.store.set("/agentbay-snapshots/catalog/copied", new byte[2], future);

        assertThat(lab.sweep()).isZero();
    }

    @Test
    void aManifestThatCannotBeReadStopsEverything() {
        var young = oldAndNew();
        lab.mark();
        lab.runtime.advance(DAY);
        var name = lab.store.names(Layout.CATALOG).stream()
                .filter(one -> one.contains(young.id()))
                .findFirst()
                .orElseThrow();
        lab.store.set(name, new byte[] {1, 2, 3});
        var before = lab.store.names(Layout.OBJECTS);

        assertThatThrownBy(lab::sweep).isInstanceOf(VerificationFailedException.class);
        assertThatThrownBy(lab::mark).isInstanceOf(VerificationFailedException.class);

        assertThat(lab.store.names(Layout.OBJECTS)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCrashAtAnyCallLosesNothingAndLeavesNothing(boolean after) {
        for (var call = 1; ; call++) {
            var young = oldAndNew();
            lab.mark();
            lab.runtime.advance(DAY);
            lab.store.crashAt(call, after);
            try {
                lab.prune();
                break;
            } catch (TransportException cut) {
                lab.store.recover();
            }
            lab.verify(young.id(), Depth.full());
            lab.prune();
            lab.runtime.advance(DAY);
            lab.prune();
            assertThat(unreferenced()).isZero();
            lab.verify(young.id(), Depth.full());
            lab.forget(young.id());
        }
        lab.store.recover();
        assertThat(lab.manifests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aForgetThatIsCutOffIsDoneOrNotAndCanBeRepeated(boolean after) {
        var kept = oldAndNew();
        var cuts = 0;
        for (var over = false; !over; cuts++) {
            var gone = lab.take("gone");
            over = !isCut(cuts + 1, after, () -> lab.forget(gone.id()));
            lab.manifests().forEach(manifest -> lab.verify(manifest.id(), Depth.full()));
            lab.forget(gone.id());
            assertThat(lab.manifests()).extracting(Manifest::id).containsExactly(kept.id());
        }
        assertThat(cuts).isGreaterThan(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDeletionThatIsCutOffLeavesWholeSnapshotsOrNoneAndCanBeRepeated(boolean after) {
        var cuts = 0;
        for (var over = false; !over; cuts++) {
            oldAndNew();
            lab.take("third");
            over = !isCut(cuts + 1, after, lab::delete);
            lab.manifests().forEach(manifest -> lab.verify(manifest.id(), Depth.full()));
            lab.delete();
            assertThat(lab.store.content()).isEmpty();
        }
        assertThat(cuts).isGreaterThan(6);
        assertThat(lab.restored(lab.take("anew").id()).content()).isEqualTo(lab.source.content());
    }

    /** Whether the work did not come to its end. */
    private boolean isCut(int call, boolean after, Runnable work) {
        lab.store.crashAt(call, after);
        try {
            work.run();
            return false;
        } catch (TransportException cut) {
            return true;
        } finally {
            lab.store.recover();
        }
    }

    /** At each call of a snapshot in turn: everything before it is forgotten and pruned, with or without the grace between. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPruneAtAnyMomentOfASnapshotCostsItNothingUnsaid(boolean withGrace) {
        var succeeded = 0;
        for (var call = 1; call <= 14; call++) {
            lab.source.set("/mnt/goes", lab.bytes(400_000));
            lab.source.set("/mnt/stays", lab.bytes(300_000));
            lab.runtime.advance(Duration.ofMinutes(1));
            lab.take("base");
            lab.source.set("/mnt/goes", lab.bytes(400_000));
            lab.runtime.advance(Duration.ofMinutes(1));
            pruneAt(call, withGrace);
            succeeded += tried() ? 1 : 0;
            lab.store.onCall = () -> {};
            lab.manifests().forEach(manifest -> lab.forget(manifest.id()));
        }
        assertThat(succeeded).isPositive();
    }

    private void pruneAt(int call, boolean withGrace) {
        lab.store.calls.clear();
        lab.store.onCall = () -> {
            if (lab.store.calls.size() == call) {
                lab.store.onCall = () -> {};
                lab.manifests().stream()
                        .map(Manifest::snapshot)
                        .filter(snapshot -> snapshot.name().equals("base"))
                        .forEach(snapshot -> lab.forget(snapshot.id()));
                lab.prune();
                if (withGrace) {
                    lab.runtime.advance(DAY);
                    lab.prune();
                }
            }
        };
    }

    /** Either there is a whole snapshot, or an error that says what is missing. */
    private boolean tried() {
        try {
            var snapshot = lab.take("during");
            lab.runtime.advance(DAY);
            lab.prune();
            assertThat(lab.restored(snapshot.id()).content()).isEqualTo(lab.source.content());
            return true;
        } catch (VerificationFailedException said) {
            assertThat(said.missing()).isNotEmpty();
            return false;
        }
    }
}
