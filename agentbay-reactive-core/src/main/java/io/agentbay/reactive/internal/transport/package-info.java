/** What the client needs of HTTP, without naming a library: small calls, streamed uploads, streamed downloads. */
@NullMarked
package io.agentbay.reactive.internal.transport;

import org.jspecify.annotations.NullMarked;
