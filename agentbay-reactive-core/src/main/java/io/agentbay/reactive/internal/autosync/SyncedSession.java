package io.agentbay.reactive.internal.autosync;

import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncReport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What automatic syncs need of a session. Safe for use from any thread. */
public interface SyncedSession {

    String id();

    /** What is known of changes of a mount. */
    Activity activity(Mount mount);

    /** Uploads one mount as at a close: waits until it is ready, and halts where most files would be removed. */
    Mono<SyncReport> upload(Mount mount);

    /** Emits when something changed in the mount's directory; an error or the end when that cannot be told any more. */
    Flux<?> changes(Mount mount);

    /** The watch of its directory saw a change. */
    void noticed(Mount mount);

    void succeeded(Mount mount);

    /** Takes note of a failed upload. */
    void failed(Mount mount, Throwable error);

    /** After a failed upload: completes once it is known whether the session is gone. */
    Mono<Void> lookIfGone(Throwable error);
}
