package io.agentbay.reactive.local.fault;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call as faults see it.
 *
 * @param action its action; {@code PUT object} or {@code GET object} for a signed URL
 * @param tool the tool it calls; null when it calls none
 * @param contexts names and ids of the contexts it concerns; asked only where a fault wants to know
 * @param paths the paths it concerns; asked only where a fault wants to know
 */
public record CallSeen(
        String action, @Nullable String tool, Supplier<Set<String>> contexts, Supplier<Set<String>> paths) {}
