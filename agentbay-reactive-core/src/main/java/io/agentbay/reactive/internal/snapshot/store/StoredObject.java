package io.agentbay.reactive.internal.snapshot.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An object as a listing shows it.
 *
 * @param name absolute
 * @param size in bytes
 * @param modified when it was written, by the clock of the store; null when the listing does not say
 */
public record StoredObject(String name, long size, @Nullable Instant modified) {}
