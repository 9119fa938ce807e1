package io.agentbay.reactive.internal.sync;

import org.jspecify.annotations.Nullable;

/**
 * A file as a walk saw it.
 *
 * @param path relative to the mount, with {@code /}
 * @param size in bytes
 * @param modified as its owner spells it, compared for equality only; null when unknown
 */
public record SeenFile(String path, long size, @Nullable String modified) {}
