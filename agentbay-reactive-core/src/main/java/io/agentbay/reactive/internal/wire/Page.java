package io.agentbay.reactive.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param items in the service's order
 * @param nextToken null when this is the last page
 */
public record Page<T>(List<T> items, @Nullable String nextToken) {}
