package io.agentbay.reactive.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.error.BindUnconfirmedException;
import io.agentbay.reactive.error.ConflictException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.SessionNotSavedException;
import io.agentbay.reactive.error.SyncFailedException;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.wire.PolicyJson;
import io.agentbay.reactive.internal.wire.SyncWire.BoundContext;
import io.agentbay.reactive.session.CloseReport;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionRequest.Ending;
import io.agentbay.reactive.sync.AutoSync;
import io.agentbay.reactive.sync.Binding;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class BindTests {

    private static final Mount MOUNT = Mount.of(ContextId.of("c-9"), "/mnt/more");

    private final Bench bench = new Bench();
    private int binds;
    private Session session;

    @BeforeEach
    void open() {
        bench.onBind = () -> Mono.fromRunnable(() -> {
            binds++;
            list(MOUNT);
        });
        session = create(Bench.request(Bench.MANAGED));
    }

    private Session create(SessionRequest request) {
        var outcome = Outcome.of(bench.sessions.create(request));
        bench.settle();
        return outcome.value;
    }

    private void list(Mount mount) {
        var policy = PolicyJson.write(mount.policy(), JsonCodec.lenient());
        bench.bindings = List.of(
                new BoundContext(mount.context().value(), "more", mount.path() + "/", policy, "2026-11-22T13:52:04Z"));
    }

    private Outcome<Binding> bind(Mount mount) {
        var outcome = Outcome.of(session.sync().bind(mount));
        bench.settle();
        return outcome;
    }

    private Outcome<CloseReport> close() {
        var outcome = Outcome.of(session.close());
        bench.settle();
        return outcome;
    }

    @Test
    void completesOnceListedAndDownloaded() {
        var bound = bind(MOUNT).value;
        assertThat(bound.context()).isEqualTo(MOUNT.context());
        assertThat(bound.contextName()).isEqualTo("more");
        assertThat(bound.path()).isEqualTo("/mnt/more");
        assertThat(bound.policy()).isEqualTo(SyncPolicy.onDemand());
        assertThat(bound.boundAt()).isEqualTo(Instant.parse("2026-11-22T13:52:04Z"));
        assertThat(bench.syncs.downloads).containsExactly("s-1 /mnt/more");
        assertThat(session.mounts()).containsExactly(Bench.MANAGED, MOUNT);
        assertThat(binds).isEqualTo(1);
    }

    @Test
    void isLookedForUntilItIsListed() {
        bench.onBind = () -> Mono.<Void>empty()
                .doOnSubscribe(any ->
                        Mono.delay(Duration.ofSeconds(31), bench.time.timer()).subscribe(done -> list(MOUNT)));
        var outcome = Outcome.of(session.sync().bind(MOUNT));
        bench.advance(Duration.ofSeconds(30));
        assertThat(outcome.open()).isTrue();
        assertThat(session.mounts()).doesNotContain(MOUNT);
        bench.advance(Duration.ofSeconds(3));
        assertThat(outcome.value).isNotNull();
    }

    @Test
    void everyHandleHasItAndTheCloseSavesIt() {
        bind(MOUNT);
        var other = Outcome.of(bench.sessions.get(session.id()));
        bench.settle();
        assertThat(other.value.mounts()).contains(MOUNT);
        assertThat(close().completed).isTrue();
        assertThat(bench.syncs.uploads).contains("s-1 /mnt/more");
    }

    @Test
    void itsAutomaticSyncsBegin() {
        var synced = SyncPolicy.onDemand().autoSync(AutoSync.every(Duration.ofMinutes(5)));
        bind(Mount.of(MOUNT.context(), MOUNT.path(), synced));
        bench.advance(Duration.ofMinutes(6));
        assertThat(bench.syncs.uploads).containsExactly("s-1 /mnt/more");
    }

    @Test
    void withoutADownloadAtTheStartNothingIsWaitedFor() {
        var managed =
                Mount.of(MOUNT.context(), MOUNT.path(), SyncPolicy.manual().keepingDeleted());
        assertThat(bind(managed).completed).isTrue();
        assertThat(bench.syncs.downloads).isEmpty();
    }

    @Test
    void aFailedDownloadIsTheErrorAndTheMountStays() {
        bench.syncs.onReady = mount -> Mono.error(FakeSyncs.failed("disk full"));
        assertThat(bind(MOUNT).error).isInstanceOf(SyncFailedException.class);
        assertThat(session.mounts()).contains(MOUNT);
    }

    @Test
    void whatDoesNotGoWithTheOthersIsRefusedWithoutACall() {
        assertRefused(Mount.of(ContextId.of("c-8"), "/mnt/team"), "mount.path: Two mounts at /mnt/team");
        assertRefused(Mount.of(ContextId.of("c-8"), "/mnt/team/in"), "mount.path: The mounts /mnt/team and");
        assertRefused(
                Mount.of(MOUNT.context(), "/mnt/x", SyncPolicy.onDemand().only(Selector.matching("*.json"))),
                "mount.policy.selector: The cloud knows no patterns");
        bind(MOUNT);
        assertThat(bind(MOUNT).error).hasMessageContaining("Two mounts at /mnt/more");
        assertThat(binds).isEqualTo(1);
    }

    private void assertRefused(Mount mount, String message) {
        assertThat(bind(mount).error)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(message);
        assertThat(binds).isZero();
    }

    @Test
    void twoAtOnceForOnePlaceAreOneAndARefusal() {
        var first = Outcome.of(session.sync().bind(MOUNT));
        var second = Outcome.of(session.sync().bind(MOUNT));
        bench.settle();
        assertThat(first.value).isNotNull();
        assertThat(second.error).isInstanceOf(InvalidRequestException.class);
        assertThat(binds).isEqualTo(1);
    }

    @Test
    void aSessionThatMayBeDiscardedTakesManagedMountsOnly() {
        session = create(Bench.request(Bench.MANAGED).onCancel(Ending.DISCARD));
        assertThat(bind(MOUNT).error).hasMessageContaining("only managed mounts");
        var managed =
                Mount.of(MOUNT.context(), MOUNT.path(), SyncPolicy.manual().keepingDeleted());
        assertThat(bind(managed).value).isNotNull();
    }

    @Test
    void boundAlreadyToTheSameIsSuccess() {
        list(MOUNT);
        bench.onBind = () -> Mono.error(alreadyBound());
        assertThat(bind(MOUNT).value).isNotNull();
        assertThat(session.mounts()).contains(MOUNT);
    }

    @Test
    void boundAlreadyToSomethingElseIsTheConflict() {
        list(Mount.of(ContextId.of("c-7"), "/mnt/more"));
        bench.onBind = () -> Mono.error(alreadyBound());
        assertThat(bind(MOUNT).error).isInstanceOf(ConflictException.class);
        list(Mount.of(MOUNT.context(), "/mnt/more", SyncPolicy.readOnly()));
        assertThat(bind(MOUNT).error).isInstanceOf(ConflictException.class);
        assertThat(session.mounts()).doesNotContain(MOUNT);
    }

    private static ConflictException alreadyBound() {
        return new ConflictException("PathAlreadyBound", 400, ErrorDetails.of("BindContexts"));
    }

    @Test
    void aLostAnswerIsLookedUpAndNotAskedAgain() {
        bench.onBind = () -> Mono.defer(() -> {
            binds++;
            list(MOUNT);
            return Mono.error(FakeSessionWire.lost("BindContexts", true));
        });
        assertThat(bind(MOUNT).value).isNotNull();
        assertThat(binds).isEqualTo(1);
    }

    @Test
    void whatSurelyNeverLeftFailsAtOnce() {
        bench.onBind = () -> Mono.error(FakeSessionWire.lost("BindContexts", false));
        assertThat(bind(MOUNT).error).hasMessageContaining("lost");
        assertThat(bench.sessions.owned().get(0).unsavedMounts()).isEmpty();
    }

    @Test
    void neverListedIsUnconfirmedAndMayBeRepeated() {
        bench.onBind = Mono::empty;
        var error = bind(MOUNT).error;
        assertThat(error).isInstanceOfSatisfying(BindUnconfirmedException.class, unconfirmed -> {
            assertThat(unconfirmed.path()).isEqualTo("/mnt/more");
            assertThat(unconfirmed.context()).isEqualTo(MOUNT.context());
            assertThat(unconfirmed.mayHaveHappened()).isTrue();
        });
        assertThat(session.mounts()).doesNotContain(MOUNT);
        assertThat(bench.sessions.owned().get(0).unsavedMounts()).containsExactly("/mnt/more");
        list(MOUNT);
        assertThat(bind(MOUNT).value).isNotNull();
        assertThat(session.mounts()).containsOnlyOnce(MOUNT);
    }

    @Test
    void aMountThatTurnsUpLateIsSavedByTheClose() {
        bench.onBind = Mono::empty;
        bind(MOUNT);
        list(MOUNT);
        assertThat(close().completed).isTrue();
        assertThat(bench.syncs.uploads).contains("s-1 /mnt/more");
        assertThat(bench.syncs.downloads).contains("s-1 /mnt/more");
    }

    @Test
    void withoutKnowingWhetherItIsThereNothingIsDeleted() {
        bench.onBind = Mono::empty;
        bind(MOUNT);
        bench.onBindings = () -> Mono.error(FakeSessionWire.lost("DescribeSessionContexts", false));
        assertThat(close().error).isInstanceOf(SessionNotSavedException.class);
        assertThat(bench.wire.deleted).isEmpty();
    }

    @Test
    void goesOnWhenNobodyWaits() {
        bench.onBind = () -> Mono.delay(Duration.ofSeconds(1), bench.time.timer())
                .doOnNext(done -> list(MOUNT))
                .then();
        var outcome = Outcome.of(session.sync().bind(MOUNT));
        outcome.cancel();
        bench.settle();
        assertThat(session.mounts()).contains(MOUNT);
        assertThat(close().completed).isTrue();
    }

    @Test
    void aCloseWaitsForIt() {
        bench.onBind = () -> Mono.delay(Duration.ofSeconds(5), bench.time.timer())
                .doOnNext(done -> list(MOUNT))
                .then();
        var bound = Outcome.of(session.sync().bind(MOUNT));
        assertThat(close().completed).isTrue();
        assertThat(bound.value).isNotNull();
        assertThat(bench.syncs.uploads).contains("s-1 /mnt/more");
    }

    @Test
    void listsWhatTheServiceSays() {
        bench.bindings = List.of(
                new BoundContext("c-1", null, "/mnt/a", null, null),
                new BoundContext("c-2", "two", "/mnt/b", "nonsense", "whenever"));
        var all = Outcome.of(session.sync().bindings().collectList()).value;
        assertThat(all)
                .containsExactly(
                        new Binding(ContextId.of("c-1"), "", "/mnt/a", SyncPolicy.onDemand(), null),
                        new Binding(ContextId.of("c-2"), "two", "/mnt/b", SyncPolicy.onDemand(), null));
    }
}
