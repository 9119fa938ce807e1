package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.common.SessionId;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.file.SessionFiles;
import io.agentbay.reactive.internal.event.Operations;
import io.agentbay.reactive.session.CloseMode;
import io.agentbay.reactive.session.CloseReport;
import io.agentbay.reactive.session.HandOverReport;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionControl;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncOperations;
import io.agentbay.reactive.tool.CommandOperations;
import io.agentbay.reactive.tool.ToolOperations;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** A handle: the shared state and what can be done with it. */
final class DefaultSession implements Session {

    private final SessionRuntime runtime;
    private final SessionCloser closer;
    private final SyncOperations sync;
    private final SessionControl control;
    private final SessionWorld world;
    private final Runnable giveUp;

    DefaultSession(
            SessionRuntime runtime,
            SessionCloser closer,
            SyncOperations sync,
            SessionControl control,
            SessionWorld world,
            Runnable giveUp) {
        this.runtime = runtime;
        this.closer = closer;
        this.sync = sync;
        this.control = control;
        this.world = world;
        this.giveUp = giveUp;
    }

    @Override
    public SessionId id() {
        return runtime.id();
    }

    @Override
    public List<Mount> mounts() {
        return runtime.mounts();
    }

    @Override
    public SessionFiles files() {
        return runtime.files();
    }

    @Override
    public SyncOperations sync() {
        return sync;
    }

    @Override
    public CommandOperations commands() {
        return runtime.commands();
    }

    @Override
    public ToolOperations tools() {
        return runtime.tools();
    }

    @Override
    public SessionControl control() {
        return control;
    }

    @Override
    public Mono<HandOverReport> handOverTo(Session other) {
        var what = new HandOver(this, Objects.requireNonNull(other, "other"), world.runtime()::nanos);
        var spec = new Operations.Spec(Operation.Kind.HAND_OVER, id().value(), null, null);
        return world.operations().run(spec, report -> report, what::run);
    }

    @Override
    public Mono<CloseReport> close() {
        return close(CloseMode.SAVE_FIRST);
    }

    @Override
    public Mono<CloseReport> close(CloseMode mode) {
        return closer.close(runtime, Objects.requireNonNull(mode, "mode"));
    }

    @Override
    public SessionId detach() {
        giveUp.run();
        return runtime.id();
    }

    @Override
    public String toString() {
        return "Session[" + runtime.id() + ", mounts " + runtime.mounts() + "]";
    }
}
