package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.format.CatalogName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one listing of the catalog showed.
 *
 * @param snapshots manifests, newest first
 * @param marks marks with the time the store gave them, null where it gave none
 * @param isStore whether the marker is there
 */
record CatalogView(List<CatalogName> snapshots, Map<CatalogName, @Nullable Instant> marks, boolean isStore) {}
