package io.agentbay.reactive.internal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.error.MountNotReadyException;
import io.agentbay.reactive.internal.event.DefaultOperations;
import io.agentbay.reactive.internal.sync.RoundTests.Outcome;
import io.agentbay.reactive.stub.VirtualRuntime;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncReport;
import io.agentbay.reactive.sync.UploadRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A mount that mirrors deletions and was never downloaded, of a context whose listing lags. */
class EmptinessTests {

    private static final Mount MOUNT = Mount.of(ContextId.of("ctx"), "/mnt/data", SyncPolicy.manual());

    private final VirtualRuntime runtime = new VirtualRuntime();
    private final FakeSyncWire wire = new FakeSyncWire(runtime);
    private final FakeSides sides = new FakeSides();
    private final DefaultSessionSyncFactory factory = new DefaultSessionSyncFactory(
            runtime, wire, sides, sides, new DefaultOperations(runtime), ClientOptions.defaults());

    private SessionSync session(String id) {
        return factory.create(new SessionSync.Session(id, List.of(MOUNT), true, sides, sides));
    }

    private Outcome<SyncReport> upload(String session) {
        return new Outcome<SyncReport>().watch(session(session).upload(UploadRequest.all()));
    }

    private void stored() {
        sides.context.put("earlier.txt", "stored a moment ago");
        sides.unlisted.add("earlier.txt");
    }

    @Test
    void whatAnotherSessionOfThisClientStoredAMomentAgoIsNotDeleted() {
        assertThat(session("s-1")).isNotNull();
        stored();
        var upload = upload("s-2");
        runtime.advance(Duration.ofSeconds(50));
        assertThat(upload.ended()).isFalse();
        sides.unlisted.clear();
        runtime.advance(Duration.ofSeconds(20));
        assertThat(upload.error).isInstanceOf(MountNotReadyException.class);
        assertThat(wire.triggers).isEmpty();
    }

    @Test
    void whatThisClientStoredByItselfAMomentAgoIsNotDeleted() {
        factory.writes("ctx");
        stored();
        var upload = upload("s-1");
        runtime.advance(Duration.ofSeconds(50));
        assertThat(upload.ended()).isFalse();
        sides.unlisted.clear();
        runtime.advance(Duration.ofSeconds(20));
        assertThat(upload.error).isInstanceOf(MountNotReadyException.class);
    }

    @Test
    void aContextNobodyHereWroteToIsTakenForEmptyAtOnce() {
        factory.writes("another");
        var upload = upload("s-1");
        runtime.advance(Duration.ofSeconds(5));
        assertThat(upload.value).isNotNull();
    }

    @Test
    void aMountOlderThanAListingTakesIsTakenForEmptyAtOnce() {
        factory.writes("ctx");
        var sync = session("s-1");
        runtime.advance(Duration.ofMinutes(2));
        var upload = new Outcome<SyncReport>().watch(sync.upload(UploadRequest.all()));
        runtime.advance(Duration.ofSeconds(5));
        assertThat(upload.value).isNotNull();
    }
}
