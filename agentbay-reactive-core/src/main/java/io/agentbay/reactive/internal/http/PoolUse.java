package io.agentbay.reactive.internal.http;

/**
 * What a pool of connections holds at one moment.
 *
 * @param active connections in use
 * @param idle connections ready for use
 * @param pending calls waiting for one
 */
public record PoolUse(int active, int idle, int pending) {}
