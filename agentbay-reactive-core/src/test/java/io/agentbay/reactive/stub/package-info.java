/** A scripted stand-in for the service over real HTTP, for tests. */
@NullMarked
package io.agentbay.reactive.stub;

import org.jspecify.annotations.NullMarked;
