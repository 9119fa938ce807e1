package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.internal.snapshot.store.ObjectStore;
import org.jspecify.annotations.Nullable;

/**
 * One store of snapshots, opened.
 *
 * @param store its objects
 * @param catalog its documents
 * @param label what it is called in messages
 * @param shared whether it is the user's, so that other files may stand in it; else a companion
 * @param context the context it stands in; null for a directory
 */
record Vault(
        ObjectStore store,
        Catalog catalog,
        String label,
        boolean shared,
        @Nullable ContextId context) {}
