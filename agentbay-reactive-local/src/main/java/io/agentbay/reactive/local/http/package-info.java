/** The thin HTTP front of the embedded service: decoding, authentication, signed URLs, streams; no behaviour of its own. */
@NullMarked
package io.agentbay.reactive.local.http;

import org.jspecify.annotations.NullMarked;
