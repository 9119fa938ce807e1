package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.store.ObjectStore;

/**
 * One store of snapshots, opened.
 *
 * @param store its objects
 * @param catalog its documents
 * @param label what it is called in messages
 * @param shared whether other files may stand in it
 */
record Vault(ObjectStore store, Catalog catalog, String label, boolean shared) {}
