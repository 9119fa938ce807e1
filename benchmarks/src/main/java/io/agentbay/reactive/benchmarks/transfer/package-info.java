/** Many small files to a context and back: this client beside bare Reactor Netty. */
@NullMarked
package io.agentbay.reactive.benchmarks.transfer;

import org.jspecify.annotations.NullMarked;
