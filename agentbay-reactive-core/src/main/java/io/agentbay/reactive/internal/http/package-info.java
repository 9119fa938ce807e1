/** The transport on Reactor Netty; nothing else of the library names Netty. */
@NullMarked
package io.agentbay.reactive.internal.http;

import org.jspecify.annotations.NullMarked;
