package io.agentbay.reactive.internal.sync;

import java.util.Map;

/**
 * What a look at both sides of a mount showed.
 *
 * @param hashes SHA-256 by path, of files found the same on both sides; empty when sizes alone were compared
 */
record Seen(Sides sides, Map<String, String> hashes) {}
