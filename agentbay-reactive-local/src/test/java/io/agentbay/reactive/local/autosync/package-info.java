/** Tests of automatic syncs, client and service together. */
@org.jspecify.annotations.NullMarked
package io.agentbay.reactive.local.autosync;
