package io.agentbay.reactive.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The actions that move bytes between a session and its contexts. */
public interface SyncWire {

    /** SyncContext: starts a task, never repeated after it may have been received; says nothing of the outcome. */
    Mono<Void> trigger(String sessionId, String contextId, String path, Direction direction);

    /** GetContextInfo of a whole session: every task the service still lists. One attempt, the poll loop repeats. */
    Mono<List<SyncTask>> tasks(String sessionId);

    /** BindContexts. */
    Mono<Void> bind(String sessionId, List<SessionWire.MountData> mounts);

    /** DescribeSessionContexts. */
    Mono<List<BoundContext>> bindings(String sessionId);

    /** GetAndLoadInternalContext, for instance of type {@code file_transfer}. */
    Mono<List<InternalContext>> internalContexts(String sessionId, List<String> types);

    /** {@code UPLOAD}: session to context. {@code DOWNLOAD}: context to session. */
    enum Direction {
        UPLOAD,
        DOWNLOAD
    }

    /**
     * One entry of the task list; the service gives it no id, and its times are whole seconds.
     *
     * @param direction null when the service used a word this client does not know
     * @param status the raw word
     */
    record SyncTask(
            String contextId,
            String path,
            @Nullable Direction direction,
            String status,
            String errorMessage,
            long startTime,
            long finishTime) {}

    /** A mount of a running session. */
    record BoundContext(
            String contextId,
            @Nullable String contextName,
            String path,
            @Nullable String policy,
            @Nullable String bindTime) {}

    /** A context the service itself mounts. */
    record InternalContext(String contextId, String path, String type) {}
}
