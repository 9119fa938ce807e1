package io.agentbay.reactive.internal.sync;

import java.util.List;

/**
 * What this client did to a session's mounts since their last confirmed upload: one per session, shared by its
 * handles.
 */
public interface UnsavedWrites {

    /** Grows with every call that may have changed something. */
    long stamp();

    /** Whether anything may have changed under the mount since its last confirmed upload, or since before this client. */
    boolean mayHaveChanged(String mountPath);

    /** Paths under the mount written through this client and not uploaded since; commands are not known here. */
    List<String> written(String mountPath);

    /** How much of that, in bytes. */
    long bytes(String mountPath);

    /** An upload of the mount that covers everything up to {@code stamp} was confirmed. */
    void saved(String mountPath, long stamp);
}
