package io.agentbay.reactive.internal.file;

/**
 * A file in the transfer context, not yet in its place.
 *
 * @param file what it is
 * @param path where it waits, in the context and in the session alike
 */
record Staged(Incoming file, String path) {}
