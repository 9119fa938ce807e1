/** The main job: a real directory goes into a session, outlives it, and is read back byte by byte in a second one. */
@NullMarked
package io.agentbay.reactive.examples.quickstart;

import org.jspecify.annotations.NullMarked;
