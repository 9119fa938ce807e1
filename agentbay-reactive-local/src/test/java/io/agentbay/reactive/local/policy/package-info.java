/** Policies and binds, client and service together over real HTTP. */
package io.agentbay.reactive.local.policy;
