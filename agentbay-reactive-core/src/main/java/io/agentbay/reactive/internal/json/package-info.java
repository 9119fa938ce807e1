/** JSON in and out; the only place that knows the library behind it. */
@NullMarked
package io.agentbay.reactive.internal.json;

import org.jspecify.annotations.NullMarked;
