/** The stages of the pipeline, each and together, in virtual time. */
@NullMarked
package io.agentbay.reactive.internal.pipeline;

import org.jspecify.annotations.NullMarked;
