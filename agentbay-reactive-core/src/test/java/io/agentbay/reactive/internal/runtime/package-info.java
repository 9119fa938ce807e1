/** The real runtime: files, detached work. */
@NullMarked
package io.agentbay.reactive.internal.runtime;

import org.jspecify.annotations.NullMarked;
