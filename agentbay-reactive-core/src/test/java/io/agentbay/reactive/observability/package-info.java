/** What is measured and observed of a call. */
@NullMarked
package io.agentbay.reactive.observability;

import org.jspecify.annotations.NullMarked;
