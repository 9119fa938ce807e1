/** Tests of contexts shared between sessions and clients, client and service together. */
@org.jspecify.annotations.NullMarked
package io.agentbay.reactive.local.sharing;
