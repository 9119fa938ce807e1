package io.agentbay.reactive.internal.sync;

import static io.agentbay.reactive.internal.sync.StubTasks.listing;
import static io.agentbay.reactive.internal.sync.StubTasks.task;
import static io.agentbay.reactive.internal.sync.StubTasks.taskAt;
import static io.agentbay.reactive.internal.sync.StubTasks.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentbay.reactive.common.ApiKey;
import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.common.MountOutcome.State;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.SyncFailedException;
import io.agentbay.reactive.error.SyncUnconfirmedException;
import io.agentbay.reactive.internal.event.DefaultOperations;
import io.agentbay.reactive.internal.http.NettySettings;
import io.agentbay.reactive.internal.http.NettyTransport;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.pipeline.DefaultCallPipeline;
import io.agentbay.reactive.internal.pipeline.PipelineParts;
import io.agentbay.reactive.internal.runtime.DefaultClientRuntime;
import io.agentbay.reactive.internal.wire.SyncWire;
import io.agentbay.reactive.internal.wire.Wires;
import io.agentbay.reactive.observability.ClientMeters;
import io.agentbay.reactive.resilience.Breakers;
import io.agentbay.reactive.resilience.Retries;
import io.agentbay.reactive.stub.Answer;
import io.agentbay.reactive.stub.ScriptedService;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncReport;
import io.agentbay.reactive.sync.UploadRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The histories of a sync over real HTTP, through the whole pipeline: no false success, no false failure. */
class SyncHttpTests {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Answer DONE = listing(task("Success", 200, 201, ""));
    private static final Answer OLD_ONLY = listing(task("Success", 100, 101, ""));

    private final ScriptedService service = ScriptedService.start();
    private final StubTasks tasks = new StubTasks(service);
    private final FakeSides sides = new FakeSides();
    private final ClientOptions patient = ClientOptions.defaults()
            .timeouts(t -> t.sync(Duration.ofMinutes(1)))
            .resilience(r -> r.maxAttempts(1));
    private final DefaultClientRuntime runtime = DefaultClientRuntime.create(Clock.systemUTC());
    private final NettyTransport transport =
            NettyTransport.create(NettySettings.of(patient, ApiKey.of("akm-dummy-0000")));

    @AfterEach
    void close() {
        transport.close().block(LIMIT);
        runtime.close().block(LIMIT);
        service.close();
    }

    @Test
    void throttledPollsOnBothSidesOfTheTrigger() {
        var throttled = Answer.error(429, "Throttling.User", "slow down");
        tasks.before(times(2, throttled, listing())).after(times(2, throttled, DONE));
        assertThat(upload().mounts().get(0).outcome().state()).isEqualTo(State.SYNCED);
    }

    @Test
    void brokenPollsOnBothSidesOfTheTrigger() {
        var broken = Answer.error(500, "InternalError", "oops");
        tasks.before(times(2, broken, listing())).after(times(2, broken, DONE));
        assertThat(upload().mounts().get(0).outcome().state()).isEqualTo(State.SYNCED);
    }

    @Test
    void pollsThatAreNoJson() {
        var garbage = Answer.raw(200, "<html>Bad gateway</html>");
        tasks.before(times(2, garbage, listing())).after(times(2, garbage, DONE));
        assertThat(upload().mounts().get(0).outcome().state()).isEqualTo(State.SYNCED);
    }

    @Test
    void pollsThatNeverWorkAreUnconfirmedWithCodeReasonAndRequestId() {
        tasks.after(Answer.error(500, "InternalError", "oops"));
        sides.session.put("a.txt", "new");
        var error = uploadFails(SyncUnconfirmedException.class);
        assertThat(error.code()).isEqualTo("InternalError");
        assertThat(error.requestId()).isEqualTo("req-error");
        assertThat(error.mounts().get(0).reason()).contains("oops");
        assertThat(error.mayHaveHappened()).isTrue();
    }

    @Test
    void anOldFinishedTaskIsNoSuccess() {
        tasks.before(OLD_ONLY).after(OLD_ONLY);
        sides.session.put("a.txt", "new");
        uploadFails(SyncUnconfirmedException.class);
    }

    @Test
    void anOldFailedTaskIsNoFailure() {
        var failed = task("Failed", 100, 101, "old");
        tasks.before(listing(failed)).after(listing(failed, task("Success", 200, 201, "")));
        assertThat(upload().mounts()).hasSize(1);
    }

    @Test
    void noTaskEver() {
        tasks.after(listing());
        sides.session.put("a.txt", "new");
        uploadFails(SyncUnconfirmedException.class);
    }

    @Test
    void aFailureWithItsReason() {
        tasks.after(listing(task("Failed", 200, 201, "disk full")));
        var error = uploadFails(SyncFailedException.class);
        assertThat(error.mounts().get(0).reason()).isEqualTo("disk full");
    }

    @Test
    void aStuckTask() {
        tasks.after(listing(task("Running", 200, 0, "")));
        sides.session.put("a.txt", "new");
        var error = uploadFails(SyncUnconfirmedException.class);
        assertThat(error.mounts().get(0).reason()).contains("Running");
    }

    @Test
    void twoMountsOfOneContextOfWhichOneFails() {
        tasks.triggers(2);
        tasks.after(listing(task("Failed", 200, 201, "disk full"), taskAt("/mnt/other", "Success", 200, 201, "")));
        var error = catchThrowableOfType(
                SyncFailedException.class,
                () -> sync(mount("/mnt/data"), mount("/mnt/other"))
                        .upload(UploadRequest.all())
                        .block(LIMIT));
        assertThat(error.mounts()).extracting(m -> m.state()).containsExactly(State.FAILED, State.SYNCED);
        assertThat(service.requests("SyncContext"))
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.form()).containsKeys("ContextId", "Path"));
    }

    @Test
    void aPollSlowerThanItsIntervalIsNotOvertaken() {
        var slow = Duration.ofMillis(900);
        tasks.before(listing().delayed(slow)).after(listing().delayed(slow), DONE.delayed(slow));
        assertThat(upload().mounts()).hasSize(1);
        for (int i = 1; i < tasks.polledAt.size(); i++) {
            assertThat(tasks.polledAt.get(i) - tasks.polledAt.get(i - 1)).isGreaterThanOrEqualTo(slow.toNanos());
        }
    }

    @Test
    void aTaskThatRanBeforeTheWriteHoldsTheTriggerBackAndProvesNothing() {
        var running = listing(task("Running", 100, 0, ""));
        tasks.before(running, running, OLD_ONLY).after(OLD_ONLY, DONE);
        var report = upload();
        assertThat(report.mounts().get(0).serviceStart()).hasToString("1970-01-01T00:03:20Z");
        assertThat(tasks.polledAt.get(2)).isLessThan(tasks.triggeredAt.get(0));
    }

    @Test
    void twoSyncsWithinOneSecondTriggerInDifferentSeconds() {
        tasks.after(DONE, DONE, listing(task("Success", 202, 202, "")));
        var sync = sync(mount("/mnt/data"));
        assertThat(sync.upload(UploadRequest.all()).block(LIMIT)).isNotNull();
        assertThat(sync.upload(UploadRequest.all()).block(LIMIT)).isNotNull();
        assertThat(tasks.triggeredAt).hasSize(2);
        assertThat(tasks.triggeredAt.get(1) - tasks.triggeredAt.get(0))
                .isGreaterThanOrEqualTo(Duration.ofMillis(1_100).toNanos());
    }

    @Test
    void anEmptySyncWithoutATaskIsUnchanged() {
        tasks.after(listing());
        sides.both("a.txt", "same");
        var outcome = upload().mounts().get(0).outcome();
        assertThat(outcome.state()).isEqualTo(State.UNCHANGED);
        assertThat(outcome.level()).isEqualTo(Level.VERIFIED);
    }

    private SyncReport upload() {
        return sync(mount("/mnt/data")).upload(UploadRequest.all()).block(LIMIT);
    }

    /** Of one who does not wait long for what never comes. */
    private <E extends AgentBayException> E uploadFails(Class<E> type) {
        var impatient = patient.timeouts(t -> t.sync(Duration.ofSeconds(2)));
        return catchThrowableOfType(
                type,
                () -> sync(impatient, mount("/mnt/data"))
                        .upload(UploadRequest.all())
                        .block(LIMIT));
    }

    private static Mount mount(String path) {
        return Mount.of(ContextId.of("ctx"), path, SyncPolicy.manual().keepingDeleted());
    }

    private SessionSync sync(Mount... mounts) {
        return sync(patient, mounts);
    }

    private SessionSync sync(ClientOptions options, Mount... mounts) {
        return new DefaultSessionSyncFactory(runtime, wire(), sides, sides, new DefaultOperations(runtime), options)
                .create(new SessionSync.Session("s-1", List.of(mounts), true, sides, sides));
    }

    private SyncWire wire() {
        var pipeline = new DefaultCallPipeline(new PipelineParts(
                runtime,
                transport,
                patient,
                List.of(),
                Retries.of(null, patient.resilience(), runtime.random()),
                Breakers.of(null, runtime::nanos),
                ClientMeters.of(new SimpleMeterRegistry(), runtime::nanos),
                null));
        return Wires.of(pipeline, runtime, JsonCodec.strict(), service.endpoint(), "cn-shanghai")
                .sync();
    }
}
