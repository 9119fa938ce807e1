/** Load programs that compare this client with the published official SDK and with bare Reactor Netty in one run. */
@NullMarked
package io.agentbay.reactive.benchmarks;

import org.jspecify.annotations.NullMarked;
