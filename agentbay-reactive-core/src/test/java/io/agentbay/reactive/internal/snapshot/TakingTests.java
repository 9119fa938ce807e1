package io.agentbay.reactive.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.SnapshotInconsistentException;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.internal.snapshot.format.Layout;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.snapshot.Snapshot.Consistency;
import io.agentbay.reactive.snapshot.SnapshotRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TakingTests {

    private final Lab lab = new Lab();

    private void tree() {
        lab.file("/mnt/small", 100);
        lab.file("/mnt/other", 200_000);
        lab.file("/mnt/empty", 0);
        lab.file("/mnt/large", 5 << 20);
        lab.runtime.advance(Duration.ofMinutes(1));
    }

    @Test
    void everyFileComesBack() {
        tree();

        var snapshot = lab.take("v1");

        assertThat(lab.restored(snapshot.id()).content()).isEqualTo(lab.source.content());
        assertThat(snapshot.files()).isEqualTo(4);
        assertThat(snapshot.bytes()).isEqualTo(200_100 + (5 << 20));
        assertThat(snapshot.consistency()).isEqualTo(Consistency.NO_CHANGE_SEEN);
        assertThat(snapshot.storedBytes())
                .isEqualTo(lab.verify(snapshot.id(), Depth.full()).bytesRead());
    }

    @Test
    void whatIsUnchangedIsNotReadAgain() {
        tree();
        lab.take("v1");
        lab.source.calls.clear();

        var second = lab.take("v2");

        assertThat(lab.source.calls).containsExactly("list /", "list /");
        assertThat(second.storedBytes()).isZero();
    }

    @Test
    void aChangeWithinTheSecondOfTheReadingIsSeenNextTime() {
        lab.file("/mnt/racy", 100);
        lab.take("v1");
        lab.source.set("/mnt/racy", lab.bytes(100));

        var second = lab.take("v2");

        assertThat(lab.restored(second.id()).content()).isEqualTo(lab.source.content());
    }

    @Test
    void compressedIsWhatGetsSmaller() {
        lab.source.set("/mnt/zeros", new byte[1 << 20]);
        lab.source.set("/mnt/noise", lab.bytes(1 << 20));

        var snapshot = lab.take("v1");

        assertThat(snapshot.storedBytes()).isBetween(1L << 20, (1L << 20) + 10_000);
        assertThat(lab.restored(snapshot.id()).content()).isEqualTo(lab.source.content());
    }

    /** Files of both kinds in turn: what does not get smaller keeps none of the others from it. */
    @Test
    void textBesideNoiseIsCompressed() {
        for (var number = 0; number < 40; number++) {
            var isText = number % 2 == 1;
            lab.source.set("/mnt/" + number, isText ? text(number) : lab.bytes(50_000));
        }

        var snapshot = lab.take("v1");

        assertThat(snapshot.storedBytes()).isBetween(1_000_000L, 1_150_000L);
        assertThat(lab.restored(snapshot.id()).content()).isEqualTo(lab.source.content());
    }

    private static byte[] text(int number) {
        var line = "line " + number + " of a report\n";
        return line.repeat(50_000 / line.length()).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    @Test
    void identicalContentIsStoredOnce() {
        var bytes = lab.bytes(1000);
        for (var number = 0; number < 50; number++) {
            lab.source.set("/mnt/" + number, bytes);
        }

        assertThat(lab.take("v1").storedBytes()).isEqualTo(1000);
    }

    @Test
    void manySmallFilesShareObjects() {
        for (var number = 0; number < 100; number++) {
            lab.file("/mnt/" + number, 50_000);
        }

        var snapshot = lab.take("v1");

        assertThat(lab.store.names(Layout.OBJECTS)).hasSize(3);
        assertThat(lab.restored(snapshot.id()).content()).isEqualTo(lab.source.content());
    }

    @Test
    void aChangeWhileReadingIsReadAgain() {
        tree();
        once(lab.source, 3, () -> lab.source.set("/mnt/small", lab.bytes(77)));

        var snapshot = lab.take("v1");

        assertThat(snapshot.consistency()).isEqualTo(Consistency.NO_CHANGE_SEEN);
        assertThat(lab.restored(snapshot.id()).content()).isEqualTo(lab.source.content());
    }

    @Test
    void whatNeverGetsQuietIsNamedOrRefused() {
        tree();
        lab.source.onCall = () -> lab.source.set("/mnt/log", lab.bytes(lab.source.calls.size()));

        assertThatThrownBy(() -> lab.take("v1"))
                .isInstanceOfSatisfying(
                        SnapshotInconsistentException.class,
                        error -> assertThat(error.paths()).containsExactly("/mnt/log"));
        assertThat(lab.manifests()).isEmpty();

        var allowed = lab.get(lab.taking(SnapshotRequest.of(Lab.CONTEXT, "v1").allowingInconsistent()));
        assertThat(allowed.snapshot().consistency()).isEqualTo(Consistency.CHANGED);
        assertThat(allowed.snapshot().changedWhileRead()).containsExactly("/mnt/log");
        lab.verify(allowed.id(), Depth.full());
    }

    @Test
    void aFileThatVanishesIsNotInIt() {
        tree();
        once(lab.source, 2, () -> lab.source.remove("/mnt/large"));

        var snapshot = lab.take("v1");

        assertThat(snapshot.files()).isEqualTo(3);
        assertThat(snapshot.consistency()).isEqualTo(Consistency.NO_CHANGE_SEEN);
    }

    @Test
    void aLostUploadIsRepaired() {
        tree();
        var losses = new AtomicInteger(2);
        lab.store.loses = name -> name.startsWith(Layout.OBJECTS) && losses.getAndDecrement() > 0;

        var snapshot = lab.take("v1");

        assertThat(lab.restored(snapshot.id()).content()).isEqualTo(lab.source.content());
    }

    @Test
    void aStoreThatKeepsLosingIsNoSuccess() {
        tree();
        lab.store.loses = name -> name.startsWith(Layout.OBJECTS);

        assertThatThrownBy(() -> lab.take("v1"))
                .isInstanceOfSatisfying(
                        VerificationFailedException.class,
                        error -> assertThat(error.missing()).containsExactly("/mnt/large", "/mnt/other", "/mnt/small"));
        assertThat(lab.manifests()).isEmpty();
    }

    @Test
    void aLostManifestIsWrittenAgainAndAtLastAnError() {
        tree();
        var losses = new AtomicInteger(2);
        lab.store.loses = name -> name.contains("/snapshot-") && losses.getAndDecrement() > 0;
        lab.verify(lab.take("v1").id(), Depth.full());

        lab.store.loses = name -> name.contains("/snapshot-");
        assertThatThrownBy(() -> lab.take("v2")).isInstanceOf(VerificationFailedException.class);
    }

    @Test
    void objectsAListingDoesNotShowYetAreLookedForByName() {
        tree();
        lab.store.hides = name -> name.startsWith(Layout.OBJECTS);

        var snapshot = lab.take("v1");

        lab.verify(snapshot.id(), Depth.full());
    }

    @Test
    void aDamagedManifestIsPassedOver() {
        tree();
        lab.take("v1");
        truncate(lab.store.names(Layout.CATALOG).stream()
                .filter(one -> one.contains("/snapshot-"))
                .findFirst()
                .orElseThrow());

        var second = lab.get(lab.taking(SnapshotRequest.of(Lab.CONTEXT, "v2"))).snapshot();

        assertThat(second.storedBytes()).isPositive();
        assertThatThrownBy(lab::manifests)
                .isInstanceOfSatisfying(
                        VerificationFailedException.class,
                        error -> assertThat(error.corrupt())
                                .singleElement()
                                .asString()
                                .contains("/snapshot-"));
    }

    private void truncate(String name) {
        var bytes = lab.store.bytes(name);
        lab.store.set(name, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    }

    /** A laptop sleeps for two days in the middle: its monotonic clock stands still, while prunes elsewhere go on. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 8, 9})
    void aWriterWhoSleptLooksForWhatPrunesDeletedMeanwhile(int call) {
        tree();
        var asleep = new AtomicBoolean();
        lab.store.onCall = () -> {
            if (lab.store.calls.size() == call && !asleep.getAndSet(true)) {
                lab.mark();
                lab.runtime.sleep(Duration.ofHours(25));
                lab.prune();
            }
        };

        var taken = lab.take("slept");

        assertThat(asleep).isTrue();
        assertThat(lab.restored(taken.id()).content()).isEqualTo(lab.source.content());
    }

    @Test
    void aPlaceWithOtherFilesIsNoStore() {
        tree();
        lab.store.set("/mnt/precious", lab.bytes(10));

        assertThatThrownBy(() -> lab.take("v1")).isInstanceOf(InvalidRequestException.class);
        assertThat(lab.store.content()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCrashAtAnyCallLeavesOnlyWholeSnapshots(boolean after) {
        var first = first();
        for (var call = 1; ; call++) {
            lab.source.set("/mnt/small", lab.bytes(100));
            lab.runtime.advance(Duration.ofMinutes(1));
            lab.store.crashAt(call, after);
            try {
                lab.take("cut");
                break;
            } catch (TransportException cut) {
                lab.store.recover();
            }
            lab.manifests().forEach(manifest -> lab.verify(manifest.id(), Depth.full()));
            var again = lab.take("again");
            assertThat(lab.restored(again.id()).content()).isEqualTo(lab.source.content());
        }
        lab.store.recover();
        assertThat(lab.restored(first.id()).content()).hasSize(4);
        assertThat(lab.manifests()).hasSizeGreaterThan(8);
    }

    private Snapshot first() {
        tree();
        return lab.take("first");
    }

    private static void once(MemoryObjects objects, int call, Runnable change) {
        objects.onCall = () -> {
            if (objects.calls.size() == call) {
                change.run();
            }
        };
    }
}
