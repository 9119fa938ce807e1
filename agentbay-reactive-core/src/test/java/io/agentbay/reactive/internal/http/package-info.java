/** The transport over real connections. */
@NullMarked
package io.agentbay.reactive.internal.http;

import org.jspecify.annotations.NullMarked;
