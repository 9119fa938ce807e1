package io.agentbay.reactive.examples.quickstart;

/**
 * One file of the source as it was before the run.
 *
 * @param path relative, with {@code /}
 * @param size in bytes
 * @param sha256 of its bytes, in hex
 */
record SourceFile(String path, long size, String sha256) {}
