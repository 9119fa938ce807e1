package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.context.ContextFiles;
import io.agentbay.reactive.internal.event.Operations;
import io.agentbay.reactive.internal.event.SilentOperations;
import io.agentbay.reactive.internal.pipeline.CallPipeline;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.sync.ContextLooker;
import io.agentbay.reactive.internal.sync.ContextStore;
import io.agentbay.reactive.internal.tool.ToolGateway;
import io.agentbay.reactive.internal.wire.ContextWire;
import io.agentbay.reactive.internal.wire.SyncWire;
import java.util.function.BooleanSupplier;

/**
 * What all file systems of one client share.
 *
 * @param contexts the actions on contexts and their files
 * @param sync the actions on a session's mounts
 * @param pipeline where signed requests pass
 * @param runtime the outside world
 * @param operations where copies tell of themselves
 * @param maxTextBytes how much {@code readText} reads at most
 */
public record FileSystems(
        ContextWire contexts,
        SyncWire sync,
        CallPipeline pipeline,
        ClientRuntime runtime,
        Operations operations,
        long maxTextBytes) {

    /** The file system of one session: one per session, shared by its handles. */
    public SessionFileSystem of(ToolGateway gateway) {
        return new SessionFileSystem(this, gateway);
    }

    /** Looks into contexts, for syncs that compare. */
    public ContextLooker contextLooker() {
        return new DefaultContextLooker(contexts, downloads());
    }

    /** The files of one context. */
    public ContextFiles filesOf(String contextId) {
        return filesOf(contextId, () -> false);
    }

    /**
     * The files of one context.
     *
     * @param archived whether it is known to hold archives instead of the files of sessions
     */
    public ContextFiles filesOf(String contextId, BooleanSupplier archived) {
        return new DefaultContextFiles(contextId, this, archived);
    }

    /** The same for work that tells of itself: its single writes are no operations of their own. */
    public FileSystems silent() {
        return new FileSystems(contexts, sync, pipeline, runtime, new SilentOperations(), maxTextBytes);
    }

    SignedDownloads downloads() {
        return new SignedDownloads(contexts, pipeline, runtime.timer());
    }

    /** Reads and changes single files of contexts, for merges. */
    public ContextStore contextStore() {
        return new DefaultContextStore(contexts, new SignedDownloads(contexts, pipeline, runtime.timer()), uploads());
    }

    SignedUploads uploads() {
        return new SignedUploads(contexts, pipeline, runtime.timer());
    }
}
