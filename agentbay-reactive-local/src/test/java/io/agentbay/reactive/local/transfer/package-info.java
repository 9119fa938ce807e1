/** Tests of file transfers, client and service together. */
@org.jspecify.annotations.NullMarked
package io.agentbay.reactive.local.transfer;
