/** Snapshots and backups, client and service together over real HTTP. */
@org.jspecify.annotations.NullMarked
package io.agentbay.reactive.local.snapshot;
