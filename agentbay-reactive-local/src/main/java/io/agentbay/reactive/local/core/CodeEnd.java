package io.agentbay.reactive.local.core;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a run of code ended.
 *
 * @param results its values, as objects with MIME types for keys
 * @param error why it failed; empty if it did not
 * @param took how long it ran
 * @param run the how manieth run of its interpreter it was
 */
public record CodeEnd(List<Map<String, @Nullable Object>> results, String error, Duration took, int run) {}
