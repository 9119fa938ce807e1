package io.agentbay.reactive.local.core;

/**
 * Room on the file system of the data directory.
 *
 * @param total bytes of the file system
 * @param used bytes in use
 */
public record DiskSpace(long total, long used) {}
