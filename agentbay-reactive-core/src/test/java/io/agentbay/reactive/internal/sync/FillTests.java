package io.agentbay.reactive.internal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.error.SyncFailedException;
import io.agentbay.reactive.internal.event.DefaultOperations;
import io.agentbay.reactive.internal.sync.FakeSyncWire.FakeTask;
import io.agentbay.reactive.internal.sync.RoundTests.Outcome;
import io.agentbay.reactive.internal.wire.SyncWire.Direction;
import io.agentbay.reactive.stub.VirtualRuntime;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncReport;
import io.agentbay.reactive.sync.UploadRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The first download of a mount that was bound to a running session. */
class FillTests {

    private static final Mount MOUNT = Mount.of(ContextId.of("ctx"), "/mnt/data");
    private static final FakeSyncWire.Key DOWN = new FakeSyncWire.Key("ctx", "/mnt/data", Direction.DOWNLOAD);

    private final VirtualRuntime runtime = new VirtualRuntime();
    private final FakeSyncWire wire = new FakeSyncWire(runtime);
    private final FakeSides sides = new FakeSides();
    private final List<Mount> mounts = new CopyOnWriteArrayList<>();
    private final SessionSync sync = new DefaultSessionSyncFactory(
                    runtime, wire, sides, sides, new DefaultOperations(runtime), ClientOptions.defaults())
            .create(new SessionSync.Session("s-1", mounts, true, sides, sides));

    private Outcome<Void> fill() {
        mounts.add(MOUNT);
        return new Outcome<Void>().watch(sync.fill(MOUNT));
    }

    @Test
    void isTheServicesOwnDownloadWhereItBeginsOne() {
        wire.tasks.add(FakeTask.good(DOWN, runtime.nanos(), Duration.ofSeconds(40)));
        var filled = fill();
        runtime.advance(Duration.ofSeconds(35));
        assertThat(filled.ended()).isFalse();
        runtime.advance(Duration.ofSeconds(10));
        assertThat(filled.completed).isTrue();
        assertThat(wire.triggers).isEmpty();
    }

    @Test
    void isAskedForWhereTheServiceBeginsNone() {
        var filled = fill();
        runtime.advance(Duration.ofSeconds(29));
        assertThat(wire.triggers).isEmpty();
        runtime.advance(Duration.ofSeconds(10));
        assertThat(filled.completed).isTrue();
        assertThat(wire.triggers).containsExactly(DOWN);
    }

    @Test
    void makesTheMountOneLikeAnyOther() {
        assertThat(fill()).isNotNull();
        runtime.advance(Duration.ofSeconds(40));
        var uploaded = new Outcome<SyncReport>().watch(sync.upload(UploadRequest.all()));
        runtime.advance(Duration.ofSeconds(20));
        assertThat(uploaded.error).isNull();
        assertThat(uploaded.completed).isTrue();
    }

    @Test
    void failsWithTheReasonOfTheService() {
        wire.tasks.add(FakeTask.ending(DOWN, runtime.nanos(), Duration.ofSeconds(1), "Failed", "no space"));
        var filled = fill();
        runtime.advance(Duration.ofSeconds(5));
        assertThat(filled.error).isInstanceOf(SyncFailedException.class).hasMessageContaining("no space");
    }
}
