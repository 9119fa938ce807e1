package io.agentbay.reactive.local.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.context.ContextFiles;
import io.agentbay.reactive.error.ConflictException;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.snapshot.BackupOperations;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.RestoreRequest;
import io.agentbay.reactive.snapshot.Retention;
import io.agentbay.reactive.snapshot.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Damage, dangers and thinning out, against the service on this machine. */
class SnapshotCareTests {

    @TempDir
    Path directory;

    private SnapshotBench bench;

    @BeforeEach
    void start() {
        bench = new SnapshotBench(directory.resolve("data"));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private AgentBayContext store() {
        return bench.wait(bench.client()
                .contexts()
                .get("agentbay-snapshots-of-" + bench.context().id()));
    }

    private List<FileEntry> stored(String folder) {
        return files().walk("/agentbay-snapshots/" + folder, Selector.all())
                .filter(FileEntry::isFile)
                .collectList()
                .block();
    }

    private ContextFiles files() {
        return bench.client().contexts().files(store());
    }

    @Test
    void aWrongByteAndACutManifestAreNamed() {
        bench.write("/mnt/data/a", 300_000);
        var snapshot = bench.create("v1");
        var object = stored("objects").get(0).path();
        files().write(object, io.agentbay.reactive.common.Content.of(bench.bytes(300_000)))
                .block();

        assertThatThrownBy(() -> bench.wait(bench.snapshots().verify(snapshot, Depth.full())))
                .isInstanceOfSatisfying(
                        VerificationFailedException.class,
                        error -> assertThat(error.corrupt()).containsExactly("/mnt/data/a"));

        var manifest = stored("catalog").stream()
                .filter(file -> file.name().startsWith("snapshot-"))
                .findFirst()
                .orElseThrow()
                .path();
        files().write(manifest, "half").block();
        assertThatThrownBy(
                        () -> bench.wait(bench.snapshots().list(bench.context()).collectList()))
                .isInstanceOfSatisfying(
                        VerificationFailedException.class,
                        error -> assertThat(error.corrupt()).containsExactly(manifest));
    }

    @Test
    void oneDamagedManifestHidesNoOtherSnapshotAndCanBeForgotten() {
        bench.write("/mnt/data/a", 300_000);
        var first = bench.create("first");
        var second = bench.create("second");
        files().write(manifest(second), "half").block();
        List<Snapshot> read = new ArrayList<>();

        StepVerifier.create(bench.snapshots().list(bench.context()).doOnNext(read::add))
                .expectNext(first)
                .verifyErrorSatisfies(error -> assertThat(((VerificationFailedException) error).corrupt())
                        .singleElement()
                        .asString()
                        .contains(second.id()));
        assertThat(bench.wait(bench.snapshots().get(bench.context(), first.id())))
                .isEqualTo(first);
        bench.wait(bench.snapshots().restore(RestoreRequest.into(first, directory.resolve("restored"))));
        assertThatThrownBy(() -> bench.wait(bench.snapshots().prune(bench.context(), Retention.keepLast(1))))
                .isInstanceOf(VerificationFailedException.class);
        assertThat(bench.wait(bench.client().backups().daily(bench.context())).tags())
                .contains(BackupOperations.TAG);

        bench.snapshots().store(bench.context()).forget(second.id()).block();
        assertThat(bench.snapshots().list(bench.context()).collectList().block())
                .hasSize(2)
                .contains(first);
    }

    private String manifest(Snapshot snapshot) {
        return stored("catalog").stream()
                .map(FileEntry::path)
                .filter(path -> path.contains("/snapshot-" + snapshot.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStoreIsVerifiedAsAStreamThatNamesWhatIsMissingCorruptAndExtra() {
        bench.write("/mnt/data/a", 300_000);
        bench.write("/mnt/data/b", 400_000);
        bench.write("/mnt/data/c", 500_000);
        var gone = bench.create("gone");
        bench.delete("/mnt/data/c");
        bench.create("kept");
        var store = bench.snapshots().store(bench.context());
        store.forget(gone).block();

        var whole = bench.wait(store.verify(Depth.full()));
        assertThat(whole.objects()).isEqualTo(2);
        assertThat(whole.bytesRead()).isEqualTo(700_000);
        assertThat(whole.extraBytes()).isEqualTo(500_000);
        assertThat(whole.extra()).singleElement().isEqualTo(object(500_000));

        files().delete(object(300_000)).block();
        files().write(object(400_000), io.agentbay.reactive.common.Content.of(bench.bytes(400_000)))
                .block();
        List<String> told = new ArrayList<>();
        var extra = object(500_000);
        StepVerifier.create(OperationEvent.streamOf(store.verify(Depth.full()))
                        .filter(OperationEvent.ItemFailed.class::isInstance)
                        .cast(OperationEvent.ItemFailed.class)
                        .doOnNext(item -> told.add(item.failure().message())))
                .thenConsumeWhile(item -> true)
                .verifyErrorSatisfies(error -> assertThat((VerificationFailedException) error)
                        .satisfies(damage -> {
                            assertThat(damage.missing()).containsExactly("/mnt/data/a");
                            assertThat(damage.corrupt()).containsExactly("/mnt/data/b");
                            assertThat(damage.extra()).containsExactly(extra);
                        }));
        assertThat(told).containsExactlyInAnyOrder("missing: /mnt/data/a", "corrupt: /mnt/data/b", "extra: " + extra);
    }

    private String object(int size) {
        return stored("objects").stream()
                .filter(file -> file.size() == size)
                .findFirst()
                .orElseThrow()
                .path();
    }

    @Test
    void aStoreIsNeitherMountedNorClearedNorDeletedButByItsOwner() {
        bench.write("/mnt/data/a", 10);
        bench.create("v1");
        var contexts = bench.client().contexts();
        var store = store();

        assertThatThrownBy(() -> contexts.delete(store).block()).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> contexts.clear(store).block()).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(
                        () -> bench.wait(bench.client().sessions().create(SessionRequest.mounting(store, "/mnt/data"))))
                .isInstanceOf(InvalidRequestException.class);

        bench.snapshots().store(bench.context()).delete().block();
        assertThat(bench.snapshots().list(bench.context()).collectList().block())
                .isEmpty();
    }

    @Test
    void whileASessionMountsItAContextIsNotRestored() {
        bench.write("/mnt/data/a", 10);
        var snapshot = bench.create("v1");
        var restore = bench.snapshots().restore(RestoreRequest.inPlace(snapshot));

        assertThatThrownBy(() -> bench.wait(bench.client()
                        .sessions()
                        .use(SessionRequest.mounting(bench.context(), "/mnt/data"), session -> restore)))
                .isInstanceOf(ConflictException.class);

        assertThat(bench.wait(restore).files().unchanged().value()).isEqualTo(1);
    }

    @Test
    void whatIsForgottenIsFreedADayLater() {
        for (int number = 0; number < 4; number++) {
            bench.write("/mnt/data/a", 300_000 + number);
            bench.create("v" + number);
        }
        var keep = Retention.keepLast(1);

        assertThat(bench.wait(bench.snapshots().planPrune(bench.context(), keep).collectList()))
                .hasSize(3);
        var first = bench.wait(bench.snapshots().prune(bench.context(), keep));
        assertThat(first.deleted()).hasSize(3);
        assertThat(first.bytesFreed()).isZero();
        assertThat(first.bytesMarked()).isEqualTo(900_003);
        bench.local().clock().advance(Duration.ofHours(25));
        List<OperationEvent> events = new ArrayList<>();
        var prune = bench.snapshots().prune(bench.context(), keep).contextWrite(OperationEvent.listener(events::add));
        assertThat(bench.wait(prune).bytesFreed()).isEqualTo(900_003);
        assertThat(events)
                .allSatisfy(event -> assertThat(event.operation().kind()).isEqualTo(Operation.Kind.PRUNE));
        var end = events.get(events.size() - 1);
        assertThat(end).isInstanceOf(OperationEvent.Completed.class);
        assertThat(end.progress().ratio()).hasValue(1.0);
        assertThat(end.progress().filesDone()).isEqualTo(Figure.measured(3));
        assertThat(end.progress().bytesDone()).isEqualTo(Figure.measured(900_003));
        assertThat(end.progress().bytesTotal()).isEqualTo(Figure.observed(900_003));

        assertThat(stored("objects")).hasSize(1);
        var left = bench.wait(bench.snapshots().get(bench.context(), "v3"));
        bench.wait(bench.snapshots().store(bench.context()).verify(Depth.full()));
        bench.delete("/mnt/data/a");
        assertThat(bench.wait(bench.snapshots().restore(RestoreRequest.inPlace(left)))
                        .files()
                        .added()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void cancelledAtAnyCallItHarmsNothing() {
        bench.write("/mnt/data/a", 300_000);
        bench.write("/mnt/data/b", 1_000);
        bench.create("first");
        bench.write("/mnt/data/b", 1_000);
        for (int call = 2; call < 26; call += 3) {
            cancelAfter(call);
        }

        var last = bench.create("last");

        bench.wait(bench.snapshots().store(bench.context()).verify(Depth.full()));
        bench.wait(bench.snapshots().restore(RestoreRequest.into(last, directory.resolve("restored"))));
        assertThat(directory.resolve("restored/mnt/data/b")).hasBinaryContent(bench.read("/mnt/data/b"));
    }

    private void cancelAfter(int call) {
        bench.forgetRequests();
        Flux.interval(Duration.ofMillis(5))
                .takeUntil(tick -> bench.requests().size() >= call || tick > 1_000)
                .then()
                .as(stop -> bench.snapshots()
                        .create(bench.context(), "cut after " + call)
                        .takeUntilOther(stop))
                .block(Duration.ofMinutes(2));
    }

    @Test
    void itIsToldAsOneOperationWithTotals() {
        bench.write("/mnt/data/a", 300_000);
        List<OperationEvent> events = new ArrayList<>();

        bench.wait(bench.snapshots().create(bench.context(), "v1").contextWrite(OperationEvent.listener(events::add)));

        assertThat(events)
                .allSatisfy(event -> assertThat(event.operation().kind()).isEqualTo(Operation.Kind.SNAPSHOT));
        var end = events.get(events.size() - 1);
        assertThat(end).isInstanceOf(OperationEvent.Completed.class);
        assertThat(end.progress().ratio()).hasValue(1.0);
        assertThat(end.progress().bytesDone()).isEqualTo(Figure.measured(300_000));
        assertThat(end.progress().bytesTotal()).isEqualTo(Figure.observed(300_000));
        assertThat(end.progress().bytesRead()).isEqualTo(Figure.measured(300_000));
        assertThat(end.progress().bytesStored()).isEqualTo(Figure.measured(300_000));
        assertThat(end.progress().bytesPerSecond()).isPositive();

        events.clear();
        bench.wait(bench.snapshots().create(bench.context(), "v2").contextWrite(OperationEvent.listener(events::add)));
        var second = events.get(events.size() - 1).progress();
        assertThat(second.bytesDone()).isEqualTo(Figure.measured(300_000));
        assertThat(second.bytesRead()).isEqualTo(Figure.measured(0));
        assertThat(second.bytesStored()).isEqualTo(Figure.measured(0));
    }

    @Test
    void backupsAreVerifiedListedAndKeptWhenWorkFails() {
        bench.write("/mnt/data/a", 300_000);
        var backups = bench.client().backups();
        var first = bench.wait(backups.daily(bench.context()));
        assertThat(bench.wait(backups.daily(bench.context()))).isEqualTo(first);
        assertThat(first.tags()).containsExactly(BackupOperations.TAG);

        var runs = new AtomicInteger();
        assertThatThrownBy(() -> backups.guard(
                                bench.context(),
                                reactor.core.publisher.Mono.error(
                                        () -> new IllegalStateException("" + runs.incrementAndGet())))
                        .block())
                .hasMessage("1");

        assertThat(bench.wait(backups.list(bench.context()).collectList())).containsExactly(first);
        assertThat(bench.wait(bench.snapshots().list(bench.context()).collectList()))
                .hasSize(2)
                .first()
                .satisfies(kept -> assertThat(kept.tags()).containsExactly(BackupOperations.EMERGENCY));
    }
}
